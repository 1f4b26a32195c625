using System.Collections.Immutable;

namespace NovaCron.Validation.Scenarios.Doctor;

/// <summary>What was found on this machine.</summary>
internal sealed record MachineFacts
{
    /// <summary>Version of the .NET SDK that builds the project; null where <c>dotnet</c> on the path has none.</summary>
    public required string? Sdk { get; init; }

    /// <summary>Processor cores.</summary>
    public required int Cores { get; init; }

    /// <summary>Memory that may be used, bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Free space where results and build outputs are written, bytes; null where it cannot be told.</summary>
    public long? FreeBytes { get; init; }

    /// <summary>The container engine; null where none answers.</summary>
    public EngineFacts? Engine { get; init; }

    /// <summary>Why no engine answers; empty where one does.</summary>
    public string EngineFailure { get; init; } = "";

    /// <summary>Whether this user is root on a system with apt, so that <c>./validate</c> installs what it needs by itself.</summary>
    public required bool InstallsByItself { get; init; }

    /// <summary>Where programs were found, by name; programs that are not there are not in it.</summary>
    public required ImmutableSortedDictionary<string, string> Programs { get; init; }
}

/// <summary>What a container engine answered.</summary>
internal sealed record EngineFacts
{
    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Version of the API.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>Where it is reached.</summary>
    public required string Place { get; init; }

    /// <summary>Images that the next run would build, by name.</summary>
    public ImmutableArray<string> MissingImages { get; init; } = [];

    /// <summary>Whether the Debian image that all others stand on is there.</summary>
    public required bool HasBase { get; init; }

    /// <summary>Containers of runs that are over: nothing watches over them any more.</summary>
    public int LeftContainers { get; init; }

    /// <summary>Networks of such runs.</summary>
    public int LeftNetworks { get; init; }

    /// <summary>Runs that are in progress.</summary>
    public int LiveRuns { get; init; }

    /// <summary>Free space where the engine keeps its images, bytes; null where it cannot be told.</summary>
    public long? FreeBytes { get; init; }
}
