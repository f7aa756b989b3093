//! TLS of the asynchronous transport with rustls: certificates are loaded when the first connection needs them.

use std::sync::{Arc, OnceLock};

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, Error, OtherError, RootCertStore, SignatureScheme};

use super::BoxError;
use super::connections::Trusted;

/// The settings of connections that trust these certificates.
pub(crate) fn client_config(trusted: &Trusted) -> Result<ClientConfig, BoxError> {
    let provider = super::tls::provider();
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider)).with_safe_default_protocol_versions()?;
    let verifier: Arc<dyn ServerCertVerifier> = match trusted {
        Trusted::Only(pem) => {
            let mut roots = RootCertStore::empty();
            for certificate in certificates(pem)? {
                roots.add(certificate)?;
            }
            WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider).build()?
        }
        Trusted::Also(pem) => Arc::new(Platform::new(provider, certificates(pem)?)),
        Trusted::System => Arc::new(Platform::new(provider, Vec::new())),
    };
    let mut config = builder
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    // RFC 9113 section 3.2: over TLS, HTTP/2 is chosen here and nowhere else.
    if cfg!(feature = "http2") {
        config.alpn_protocols.push(b"h2".to_vec());
    }
    config.alpn_protocols.push(b"http/1.1".to_vec());
    Ok(config)
}

fn certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, BoxError> {
    // What is not one is found out now, and not by the first connection.
    let mut roots = RootCertStore::empty();
    let mut found = Vec::new();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let certificate = certificate.map_err(|error| format!("the certificates are not PEM: {error:?}"))?;
        roots.add(certificate.clone())?;
        found.push(certificate);
    }
    Ok(found)
}

/// The verifier of the operating system. Its certificates are loaded at the first handshake: a client of plain HTTP works
/// where there are none.
#[derive(Debug)]
struct Platform {
    provider: Arc<CryptoProvider>,
    /// Certificates that are trusted too.
    also: Vec<CertificateDer<'static>>,
    verifier: OnceLock<Result<rustls_platform_verifier::Verifier, Error>>,
}

impl Platform {
    fn new(provider: Arc<CryptoProvider>, also: Vec<CertificateDer<'static>>) -> Self {
        Self {
            provider,
            also,
            verifier: OnceLock::new(),
        }
    }

    fn load(&self) -> Result<rustls_platform_verifier::Verifier, Error> {
        let provider = Arc::clone(&self.provider);
        match self.also.as_slice() {
            [] => rustls_platform_verifier::Verifier::new(provider),
            also => rustls_platform_verifier::Verifier::new_with_extra_roots(also.iter().cloned(), provider),
        }
    }
}

impl ServerCertVerifier for Platform {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        match self.verifier.get_or_init(|| self.load()) {
            Ok(verifier) => verifier.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now),
            Err(error) => Err(Error::Other(OtherError(Arc::new(NoCertificates(error.clone()))))),
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signature, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signature, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

#[derive(Debug)]
struct NoCertificates(Error);

impl std::fmt::Display for NoCertificates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "no CA certificates can be loaded (install them, or set SSL_CERT_FILE or SSL_CERT_DIR): {}",
            self.0
        )
    }
}

impl std::error::Error for NoCertificates {}

#[cfg(test)]
mod tests {
    use super::*;

    /// Set in the process that looks for certificates where there are none.
    const CHILD: &str = "SPECWRIGHT_TEST_WITHOUT_CERTIFICATES";

    #[test]
    fn certificates_are_missed_by_the_first_connection_and_not_before() {
        if std::env::var_os(CHILD).is_none() {
            let mut test = std::process::Command::new(std::env::current_exe().expect("this test"));
            test.args(["certificates_are_missed_by_the_first_connection_and_not_before"]);
            test.env(CHILD, "1")
                .env("SSL_CERT_FILE", "/nonexistent")
                .env("SSL_CERT_DIR", "/nonexistent");
            let output = test.output().expect("it runs");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
            return;
        }
        client_config(&Trusted::System).expect("settings without certificates");
        let verifier = Platform::new(super::super::tls::provider(), Vec::new());
        let name = ServerName::try_from("localhost").expect("a name");
        let certificate = CertificateDer::from(vec![0]);
        let verified = verifier.verify_server_cert(&certificate, &[], &name, &[], UnixTime::now());
        let error = verified.expect_err("no certificate is trusted").to_string();
        // Other systems have certificates that no variable hides.
        if cfg!(target_os = "linux") {
            assert!(error.contains("SSL_CERT_FILE"), "{error}");
        }
    }

    /// What a process with the certificates of one authority trusts beside them.
    #[test]
    #[cfg(target_os = "linux")]
    fn own_certificates_are_trusted_beside_those_of_the_system() {
        let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/certificates");
        if std::env::var_os(CHILD).is_none() {
            let mut test = std::process::Command::new(std::env::current_exe().expect("this test"));
            test.args(["own_certificates_are_trusted_beside_those_of_the_system"]);
            test.env(CHILD, "1")
                .env("SSL_CERT_FILE", format!("{directory}/system-ca.pem"));
            let output = test.env_remove("SSL_CERT_DIR").output().expect("it runs");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
            return;
        }
        let read = |name: &str| -> Vec<u8> {
            let text = std::fs::read_to_string(format!("{directory}/{name}.pem"));
            text.expect("a certificate").into_bytes()
        };
        let verified = |trusted: Trusted, name: &str| {
            let also = match &trusted {
                Trusted::Also(pem) => certificates(pem).expect("certificates"),
                Trusted::System | Trusted::Only(_) => Vec::new(),
            };
            let verifier = Platform::new(super::super::tls::provider(), also);
            let certificate = certificates(&read(name)).expect("a certificate").remove(0);
            let host = ServerName::try_from("localhost").expect("a name");
            // In the years in which the certificates are valid.
            let now = UnixTime::since_unix_epoch(std::time::Duration::from_secs(1_900_000_000));
            verifier.verify_server_cert(&certificate, &[], &host, &[], now).is_ok()
        };
        let own = || Trusted::Also(read("own-ca").into());
        assert!(verified(own(), "own") && verified(own(), "system"));
        assert!(!verified(Trusted::System, "own") && verified(Trusted::System, "system"));
    }

    #[test]
    fn http2_is_offered_where_the_feature_is_on() {
        let offered = client_config(&Trusted::System).expect("settings").alpn_protocols;
        let expected: &[&[u8]] = if cfg!(feature = "http2") {
            &[b"h2", b"http/1.1"]
        } else {
            &[b"http/1.1"]
        };
        assert_eq!(offered, expected);
    }
}
