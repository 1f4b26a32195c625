using System.Globalization;
using BenchmarkDotNet.Running;
using NovaCron.Validation.Tests.Benchmarks;
using NovaCron.Validation.Tests.Benchmarks.Check;
using NovaCron.Validation.Tests.Benchmarks.Fuzz;

if (args is ["soak", .. var rest])
{
    var seconds = rest is [var first, ..] ? double.Parse(first, CultureInfo.InvariantCulture) : 30;
    return await LoadSoak.RunAsync(TimeSpan.FromSeconds(seconds), rest is [_, var connectionString] ? connectionString : null, TimeProvider.System, Console.Out, CancellationToken.None);
}

if (args is ["cells", .. var counts])
{
    var wanted = counts.Length > 0 ? counts.Select(c => int.Parse(c, CultureInfo.InvariantCulture)) : [4, 8, 16, 24];
    return await new CellsBenchmark(Console.Out, TimeProvider.System).RunAsync(wanted, CancellationToken.None);
}

if (args is ["spread", .. var folders])
{
    if (folders.FirstOrDefault(f => !File.Exists(Path.Combine(f, "run.json"))) is { } empty)
    {
        Console.Error.WriteLine($"spread: {empty} has no run.json; give the result folders of finished runs");
        return 2;
    }

    return new Spread(Console.Out).Write(folders);
}

if (args is ["check", .. var sizes])
{
    return await CheckScale.RunAsync(sizes.Length > 0 ? sizes.Select(s => int.Parse(s, CultureInfo.InvariantCulture)) : [10, 100, 1_000, 10_000], Console.Out);
}

if (args is [CheckScale.One, var size])
{
    return CheckScale.MeasureOne(int.Parse(size, CultureInfo.InvariantCulture), TimeProvider.System, Console.Out);
}

var bases = Path.Combine(Path.GetTempPath(), "novacron-fuzz-generated");
if (args is ["fuzz", .. var options])
{
    var minutes = options is [var first, ..] ? double.Parse(first, CultureInfo.InvariantCulture) : 10;
    var seed = options is [_, var second, ..] ? int.Parse(second, CultureInfo.InvariantCulture) : Environment.TickCount;
    var findings = options is [_, _, var third] ? third : Path.Combine("results", "fuzz");
    return await new FuzzCampaign(FuzzBases.Of(bases), seed, findings, Console.Out, TimeProvider.System).RunAsync(TimeSpan.FromMinutes(minutes));
}

if (args is [FuzzWorker.Name, var campaign, var number, var end])
{
    return FuzzWorker.Run(
        FuzzBases.Of(bases), int.Parse(campaign, CultureInfo.InvariantCulture), int.Parse(number, CultureInfo.InvariantCulture), DateTimeOffset.Parse(end, CultureInfo.InvariantCulture), TimeProvider.System);
}

BenchmarkSwitcher.FromAssembly(typeof(LoadBenchmarks).Assembly).Run(args);
return 0;
