using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NovaCron.Validation.StandIns.Tls;

/// <summary>A server certificate made at start and issued by the run's own authority.</summary>
internal static class LeafCertificate
{
    /// <summary>Issues one for the names and addresses, valid exactly as long as the authority is.</summary>
    /// <param name="authorityCertificate">The authority's certificate, PEM.</param>
    /// <param name="authorityKey">The authority's private key, PEM, RSA or elliptic curve.</param>
    /// <param name="names">DNS names; the first is the subject's common name.</param>
    /// <param name="addresses">IP addresses.</param>
    /// <exception cref="CryptographicException">The PEM texts cannot be read or do not belong together.</exception>
    public static X509Certificate2 Issue(string authorityCertificate, string authorityKey, IReadOnlyList<string> names, IEnumerable<IPAddress> addresses)
    {
        using var authority = X509Certificate2.CreateFromPem(authorityCertificate, authorityKey);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(AlternativeNames(names, addresses));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Any(), includeIssuerAndSerial: false));
        using var signed = request.Create(authority.SubjectName, SignerOf(authority), authority.NotBefore, authority.NotAfter, RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(key);
    }

    /// <summary>Issues one with the authority whose PEM files <c>TLS_CA_CERT</c> and <c>TLS_CA_KEY</c> name.</summary>
    public static async Task<X509Certificate2> IssueAsync(RoleSettings settings, IReadOnlyList<string> names, IEnumerable<IPAddress> addresses, CancellationToken cancellationToken)
    {
        var certificate = await File.ReadAllTextAsync(settings.Required("TLS_CA_CERT"), cancellationToken);
        var key = await File.ReadAllTextAsync(settings.Required("TLS_CA_KEY"), cancellationToken);
        return Issue(certificate, key, names, addresses);
    }

    private static X509Extension AlternativeNames(IReadOnlyList<string> names, IEnumerable<IPAddress> addresses)
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
            builder.AddDnsName(name);
        foreach (var address in addresses.Distinct())
            builder.AddIpAddress(address);
        return builder.Build();
    }

    private static X509SignatureGenerator SignerOf(X509Certificate2 authority) => authority.GetECDsaPrivateKey() is { } curve
        ? X509SignatureGenerator.CreateForECDsa(curve)
        : X509SignatureGenerator.CreateForRSA(authority.GetRSAPrivateKey()
            ?? throw new CryptographicException("The authority's key is neither RSA nor an elliptic curve."), RSASignaturePadding.Pkcs1);
}
