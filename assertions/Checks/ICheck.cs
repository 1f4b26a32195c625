namespace NovaCron.Validation.Assertions.Checks;

/// <summary>One thing that can be wrong with a configuration.</summary>
public interface ICheck
{
    /// <summary>Its name, which is the path of its page too: <c>family/what-is-wrong</c>.</summary>
    string Name { get; }

    /// <summary>What it finds, in one sentence without a full stop.</summary>
    string About { get; }

    /// <summary>Finds. Must end for every configuration, however odd, and say nothing that is not so.</summary>
    IEnumerable<Finding> Find(CheckSubject subject);
}
