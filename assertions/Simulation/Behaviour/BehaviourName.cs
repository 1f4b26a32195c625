namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>Names of what simulated behaviour can show to be wrong, each the path of its page.</summary>
public static class BehaviourName
{
    /// <summary>Prometheus' own tool refuses the file that the rule stands in.</summary>
    public const string NotLoaded = "behaviour/not-loaded";

    /// <summary>The rule could not be judged; the message says why.</summary>
    public const string NotJudged = "behaviour/not-judged";

    /// <summary>No signals can be derived from the expression of a rule of which nothing is promised.</summary>
    public const string NotDerivable = "behaviour/not-derivable";

    /// <summary>It fires while all is well.</summary>
    public const string NotSilentWhenHealthy = "behaviour/not-silent-when-healthy";

    /// <summary>It fires just below the threshold.</summary>
    public const string NotSilentJustBelow = "behaviour/not-silent-just-below";

    /// <summary>It does not fire just above the threshold.</summary>
    public const string NeverFires = "behaviour/never-fires";

    /// <summary>It fires before <c>for</c> has passed.</summary>
    public const string FiresEarly = "behaviour/fires-early";

    /// <summary>It fires later than it must.</summary>
    public const string FiresLate = "behaviour/fires-late";

    /// <summary>An evaluation in between at which all is well does not begin <c>for</c> anew.</summary>
    public const string ForNotReset = "behaviour/for-not-reset";

    /// <summary>It fires on when all is well again.</summary>
    public const string NotResolved = "behaviour/not-resolved";

    /// <summary>It ends while the signal is bad.</summary>
    public const string ResolvesEarly = "behaviour/resolves-early";

    /// <summary>It fires for more than what is wrong.</summary>
    public const string FiresForOthers = "behaviour/fires-for-others";

    /// <summary>The alert has other labels than promised.</summary>
    public const string WrongLabels = "behaviour/wrong-labels";

    /// <summary>An annotation is missing, empty, or not rendered.</summary>
    public const string UnreadableAnnotation = "behaviour/unreadable-annotation";

    /// <summary>The description does not tell the value, or what else it must tell.</summary>
    public const string NoValue = "behaviour/no-value";
}
