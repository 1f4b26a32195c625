using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NovaCron.Validation.Environments.Cells;

namespace NovaCron.Validation.Tests.Unit.Cells;

public sealed class CertificateAuthorityTests
{
    [Fact]
    public void A_leaf_that_it_issues_is_trusted_by_it_and_by_no_other()
    {
        var authority = CertificateAuthority.Create(TimeProvider.System);
        using var leaf = Issue(authority);

        Trusts(authority, leaf).Should().BeTrue();
        Trusts(CertificateAuthority.Create(TimeProvider.System), leaf).Should().BeFalse();
    }

    private static X509Certificate2 Issue(CertificateAuthority authority)
    {
        using var issuer = X509Certificate2.CreateFromPem(authority.CertificatePem, authority.KeyPem);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=leaf", key, HashAlgorithmName.SHA256);
        return request.Create(issuer, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddHours(1), [1, 2, 3]);
    }

    private static bool Trusts(CertificateAuthority authority, X509Certificate2 leaf)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var root = X509Certificate2.CreateFromPem(authority.CertificatePem);
        chain.ChainPolicy.CustomTrustStore.Add(root);
        return chain.Build(leaf);
    }
}
