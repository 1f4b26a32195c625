using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>A group evaluated half as often.</summary>
public sealed class Interval : IMutator
{
    /// <inheritdoc/>
    public string Name => "interval";

    /// <inheritdoc/>
    public IEnumerable<Mutant> Of(CheckSubject subject) =>
        from file in subject.Folder.RuleFiles
        from @group in file.Groups
        where @group is { IntervalText: not null, Interval: not null }
        let changed = Numbers.Duration(@group.Interval!.Value * 2)
        let edited = new FileEdit(file.File).Replace(@group.IntervalText!, changed)
        where edited is not null
        select new Mutant(Name, @group.Name, $"{@group.IntervalText!.Value} -> {changed}", edited.Value.Position, edited.Value.Text);
}
