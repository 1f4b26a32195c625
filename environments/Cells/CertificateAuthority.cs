using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>A certificate authority made for one run and trusted only inside its cells; the stand-ins issue their own leaves from it.</summary>
public sealed class CertificateAuthority
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private CertificateAuthority(string certificatePem, string keyPem)
    {
        CertificatePem = certificatePem;
        KeyPem = keyPem;
    }

    /// <summary>The authority's certificate, PEM.</summary>
    public string CertificatePem { get; }

    /// <summary>The authority's private key, PEM; it never leaves the run.</summary>
    public string KeyPem { get; }

    /// <summary>Makes a new authority, valid from an hour ago for two days.</summary>
    public static CertificateAuthority Create(TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=novacron-validation run authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var start = time.GetUtcNow() - TimeSpan.FromHours(1);
        using var certificate = request.CreateSelfSigned(start, start + Lifetime);
        return new CertificateAuthority(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
