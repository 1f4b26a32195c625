using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NovaCron.Validation.Tests.Unit.StandIns;

/// <summary>A certificate authority of a test's own, and clients that trust nothing else.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly X509Certificate2 certificate;

    public TestAuthority(bool rsa = false)
    {
        var (request, key) = rsa ? WithRsa() : WithCurve();
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        CertificatePem = certificate.ExportCertificatePem();
        KeyPem = key;
    }

    public string CertificatePem { get; }

    public string KeyPem { get; }

    /// <summary>A client that sends every request to a loopback port, whatever the host in its address.</summary>
    public HttpClient Client(int port)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { certificate },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
        return new HttpClient(handler);
    }

    public void Dispose() => certificate.Dispose();

    private static (CertificateRequest, string) WithCurve()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (new CertificateRequest("CN=test authority", key, HashAlgorithmName.SHA256), key.ExportPkcs8PrivateKeyPem());
    }

    private static (CertificateRequest, string) WithRsa()
    {
        var key = RSA.Create(2048);
        return (new CertificateRequest("CN=test authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), key.ExportPkcs8PrivateKeyPem());
    }
}
