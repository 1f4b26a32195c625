using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Metrics;

/// <summary>A scrape job, and which programs it scrapes.</summary>
/// <param name="Job">The job.</param>
/// <param name="Exporters">The programs that are known, each once.</param>
/// <param name="IsOpen">Whether it may scrape any program beside them: by discovery, by federation, or since relabelling names metrics.</param>
/// <param name="UnknownTargets">The addresses of programs that are not known, such as an application.</param>
public sealed record RecognisedJob(ScrapeJob Job, ImmutableArray<Exporter> Exporters, bool IsOpen, ImmutableArray<string> UnknownTargets);
