//! A span for every call, with the stable HTTP attributes of OpenTelemetry. Does nothing without the feature `tracing`.
//!
//! Neither the URL with its parameters, nor headers, nor bodies are recorded.

#[cfg(feature = "tracing")]
pub(crate) use on::Span;

#[cfg(not(feature = "tracing"))]
pub(crate) use off::Span;

#[cfg(feature = "tracing")]
mod on {
    use http::{StatusCode, Uri};
    use tracing::Instrument;
    use tracing::field::Empty;

    use crate::operation::Operation;

    pub(crate) struct Span(tracing::Span);

    impl Span {
        pub(crate) fn new(operation: &'static Operation, uri: &Uri) -> Self {
            let port = uri
                .port_u16()
                .unwrap_or(if uri.scheme_str() == Some("http") { 80 } else { 443 });
            Self(tracing::info_span!(
                "request",
                otel.name = format!("{} {}", operation.method, operation.path),
                otel.kind = "client",
                otel.status_code = Empty,
                openapi.operation = operation.id,
                http.request.method = operation.method,
                url.template = operation.path,
                server.address = uri.host().unwrap_or(""),
                server.port = port,
                http.response.status_code = Empty,
                http.request.resend_count = Empty,
                error.type = Empty,
            ))
        }

        pub(crate) async fn run<F: Future>(&self, work: F) -> F::Output {
            work.instrument(self.0.clone()).await
        }

        pub(crate) fn responded(&self, status: StatusCode, attempts: u32) {
            self.0.record("http.response.status_code", status.as_u16());
            self.resends(attempts);
            if status.is_client_error() || status.is_server_error() {
                self.0.record("error.type", status.as_str());
                self.0.record("otel.status_code", "ERROR");
            }
        }

        pub(crate) fn failed(&self, kind: &str, attempts: u32) {
            self.resends(attempts);
            self.0.record("error.type", kind);
            self.0.record("otel.status_code", "ERROR");
        }

        fn resends(&self, attempts: u32) {
            if attempts > 1 {
                self.0.record("http.request.resend_count", attempts - 1);
            }
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use http::{StatusCode, Uri};

    use crate::operation::Operation;

    pub(crate) struct Span;

    impl Span {
        pub(crate) fn new(_: &'static Operation, _: &Uri) -> Self {
            Self
        }

        pub(crate) async fn run<F: Future>(&self, work: F) -> F::Output {
            work.await
        }

        pub(crate) fn responded(&self, _: StatusCode, _: u32) {}

        pub(crate) fn failed(&self, _: &str, _: u32) {}
    }
}
