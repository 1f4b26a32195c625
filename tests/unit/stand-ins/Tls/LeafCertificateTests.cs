using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NovaCron.Validation.StandIns.Tls;

namespace NovaCron.Validation.Tests.Unit.StandIns.Tls;

public sealed class LeafCertificateTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Is_trusted_by_who_trusts_the_authority_under_its_names_and_addresses_only(bool rsa)
    {
        using var authority = new TestAuthority(rsa);
        using var leaf = LeafCertificate.Issue(authority.CertificatePem, authority.KeyPem, ["kubernetes.default.svc", "kubernetes"], [IPAddress.Parse("10.0.0.7")]);

        Verify(leaf, authority.CertificatePem).Should().BeTrue();
        leaf.HasPrivateKey.Should().BeTrue();
        leaf.MatchesHostname("kubernetes.default.svc").Should().BeTrue();
        leaf.MatchesHostname("10.0.0.7").Should().BeTrue();
        leaf.MatchesHostname("hooks.slack.com").Should().BeFalse();
        leaf.MatchesHostname("10.0.0.8").Should().BeFalse();
    }

    [Fact]
    public void Is_not_trusted_by_who_trusts_another_authority()
    {
        using var authority = new TestAuthority();
        using var other = new TestAuthority();
        using var leaf = LeafCertificate.Issue(authority.CertificatePem, authority.KeyPem, ["kubernetes"], []);

        Verify(leaf, other.CertificatePem).Should().BeFalse();
    }

    [Fact]
    public void A_key_of_another_authority_is_refused()
    {
        using var authority = new TestAuthority();
        using var other = new TestAuthority();

        FluentActions.Invoking(() => LeafCertificate.Issue(authority.CertificatePem, other.KeyPem, ["kubernetes"], []))
            .Should().Throw<Exception>().Where(failure => failure is CryptographicException || failure is ArgumentException);
    }

    private static bool Verify(X509Certificate2 leaf, string authority)
    {
        using var root = X509Certificate2.CreateFromPem(authority);
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.Add(root);
        return chain.Build(leaf);
    }
}
