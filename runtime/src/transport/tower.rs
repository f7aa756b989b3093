//! Conversions to and from `tower_service::Service`.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, SystemTime};

use tower_service::Service;

use super::{BoxError, BoxFuture, Request, Response, Transport, TransportError, TransportErrorKind};

/// A transport as a tower service, to wrap it in layers.
#[derive(Clone)]
pub struct TransportService(Arc<dyn Transport>);

impl TransportService {
    /// The service of a transport.
    pub fn new(transport: impl Transport) -> Self {
        Self(Arc::new(transport))
    }
}

impl fmt::Debug for TransportService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TransportService")
    }
}

impl Service<Request> for TransportService {
    type Response = Response;
    type Error = TransportError;
    type Future = BoxFuture<'static, Result<Response, TransportError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let transport = Arc::clone(&self.0);
        Box::pin(async move { transport.send(request).await })
    }
}

/// A tower service as a transport. The service sends requests; another transport provides time and randomness.
pub struct TowerTransport<S> {
    /// Cloned for each request, as services of tower expect.
    service: Mutex<S>,
    clock: Arc<dyn Transport>,
}

impl<S> TowerTransport<S> {
    /// A transport that sends through `service`, with time and randomness of `clock`.
    pub fn new(service: S, clock: impl Transport) -> Self {
        Self {
            service: Mutex::new(service),
            clock: Arc::new(clock),
        }
    }
}

impl<S> fmt::Debug for TowerTransport<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TowerTransport")
    }
}

impl<S> Transport for TowerTransport<S>
where
    S: Service<Request, Response = Response> + Clone + super::MaybeSend + 'static,
    S::Error: Into<BoxError>,
    S::Future: super::MaybeSend,
{
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let mut service = self.service.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Box::pin(async move {
            let ready = std::future::poll_fn(|cx| service.poll_ready(cx)).await;
            ready.map_err(|error| translate(error.into()).not_sent())?;
            let response = service.call(request).await;
            response.map_err(|error| translate(error.into()))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.clock.sleep(duration)
    }

    fn now(&self) -> SystemTime {
        self.clock.now()
    }

    fn random(&self) -> u64 {
        self.clock.random()
    }

    fn is_blocking(&self) -> bool {
        self.clock.is_blocking()
    }
}

/// Errors of the transport itself pass through layers, boxed or not.
fn translate(error: BoxError) -> TransportError {
    match error.downcast::<TransportError>() {
        Ok(error) => *error,
        Err(error) => TransportError::new(TransportErrorKind::Other, error),
    }
}
