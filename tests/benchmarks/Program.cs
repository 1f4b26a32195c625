using System.Globalization;
using BenchmarkDotNet.Running;
using NovaCron.Validation.Tests.Benchmarks;

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
    return new Spread(Console.Out).Write(folders);
}

BenchmarkSwitcher.FromAssembly(typeof(LoadBenchmarks).Assembly).Run(args);
return 0;
