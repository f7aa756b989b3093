//! The cryptography that rustls uses, for both transports.

use std::sync::Arc;

use rustls::crypto::CryptoProvider;

/// The cryptography of this crate's own connections, whatever else the program installs.
pub(crate) fn provider() -> Arc<CryptoProvider> {
    #[cfg(feature = "rustls-aws-lc")]
    let provider = rustls::crypto::aws_lc_rs::default_provider();
    #[cfg(not(feature = "rustls-aws-lc"))]
    let provider = rustls::crypto::ring::default_provider();
    Arc::new(provider)
}

/// Makes that provider the default of the process if there is none.
///
/// The features of reqwest are those of all crates of a program together. With ring, reqwest is built without a provider
/// of its own, and then any other client of reqwest in the program panics when it is built, unless there is a default.
pub(crate) fn install_provider() {
    if CryptoProvider::get_default().is_none() {
        // Another thread may have been faster.
        let _ = CryptoProvider::clone(&provider()).install_default();
    }
}
