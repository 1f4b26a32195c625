using System.Security.Cryptography;
using System.Text;

namespace NovaCron.Validation.StandIns.Kubernetes.Controllers;

/// <summary>Names as Kubernetes gives them: <c>NAME-HASH-RANDOM</c>, out of letters that cannot form words.</summary>
internal static class PodNames
{
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";

    /// <summary>Ten letters that depend on the pod template alone.</summary>
    public static string TemplateHash(string template)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(template));
        return string.Concat(digest.Take(10).Select(part => Alphabet[part % Alphabet.Length]));
    }

    /// <summary>Five random letters.</summary>
    public static string RandomSuffix() => RandomNumberGenerator.GetString(Alphabet, 5);
}
