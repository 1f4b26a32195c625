namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>RE2's flags that change what matches; its <c>U</c> changes only how much.</summary>
[Flags]
internal enum Re2Flags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>i</c>: letters match in every case.</summary>
    IgnoreCase = 1,

    /// <summary><c>m</c>: <c>^</c> and <c>$</c> match at every line.</summary>
    Lines = 2,

    /// <summary><c>s</c>: <c>.</c> matches a line break too.</summary>
    DotAll = 4,
}
