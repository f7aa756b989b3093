//! A call from start to end. Nothing here is generic over operations, so it is compiled once.
//!
//! `run` makes one request from arguments, client and options, and one result from the last response. [`Attempts`]
//! between them is a transport that handles credentials, retries and time limits, so that layers fit on both sides of
//! it.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::Poll;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::StatusCode;

use super::retry::retry_after;
use super::state::{Call, Core, Failure, Setup, Shared};
use super::trace::Span;
use super::{prepare, rate_limit, redirect};
use crate::error::{CredentialsError, Error, InvalidRequestError, SendError};
use crate::operation::{Asked, Operation, Read};
use crate::request::Request;
use crate::response::decode::RawResponse;
use crate::security::{self, SchemeError, Used};
use crate::transport::head::Head;
use crate::transport::{
    self, Body, BoxFuture, Context, Moved, Partial, Response, Transport, TransportError, TransportErrorKind, coding,
    read_body,
};

/// The body was cut off at that many bytes. Stored in the extensions of a response.
#[derive(Clone, Copy)]
struct Cut(usize);

pub(crate) async fn run(setup: Setup, request: Result<Request, InvalidRequestError>) -> Result<RawResponse, Failure> {
    let request = request.map_err(|invalid| Error::Invalid(Box::new(invalid)))?;
    let operation = request.operation;
    let (mut request, call) = prepare::prepare(&setup, request, prepare::Credentials::Needed)?;
    let span = Span::new(operation.operation, request.uri());
    let Core { shared, layers } = setup.core;
    match layers {
        None => {
            let attempts = Attempts(Arc::clone(&shared));
            let sent = pin!(attempts.attempts(&call, request));
            conclude(&shared, &call, &span, sent).await
        }
        Some(layers) => {
            let call = Arc::new(call);
            request.extensions_mut().insert(Arc::clone(&call));
            conclude(&shared, &call, &span, layers.send(request)).await
        }
    }
}

/// Waits for the response of a call that is being sent, and makes of it what can be decoded.
async fn conclude(
    shared: &Arc<Shared>,
    call: &Call,
    span: &Span,
    sent: impl Future<Output = Result<Response, TransportError>> + Unpin,
) -> Result<RawResponse, Failure> {
    let work = pin!(async {
        let response = within(&*shared.transport, call.timeouts.total, None, sent).await?;
        receive(shared, call, response).await
    });
    let outcome = span.run(work).await;
    let attempts = call.attempts.load(Ordering::Relaxed);
    match outcome {
        Ok(response) => {
            span.responded(response.head.status, attempts);
            Ok(response)
        }
        Err(error) => {
            span.failed(error.kind().as_str(), attempts);
            Err(fail(shared, call.operation, attempts, error))
        }
    }
}

/// Makes a `RawResponse` from the response that came through all layers.
async fn receive(shared: &Arc<Shared>, call: &Call, response: Response) -> Result<RawResponse, TransportError> {
    let (parts, body) = response.into_parts();
    let mut cut = parts.extensions.get::<Cut>().map(|cut| cut.0);
    #[cfg(feature = "mock")]
    let ready = parts.extensions.get().cloned();
    let (bytes, rest) = match call.reads(&parts) {
        Read::Stream => (Bytes::new(), Some(body)),
        Read::Whole | Read::Nothing => {
            let (bytes, cut_here) = read_body(body, call.max_body).await.map_err(|(_, error)| error)?;
            if cut_here {
                cut = Some(call.max_body);
            }
            (bytes, None)
        }
    };
    let retry_after = retry_after(&parts.headers, shared.transport.now());
    let head = Box::new(Head {
        api: shared.api,
        operation: call.operation,
        status: parts.status,
        headers: parts.headers,
        body: bytes,
        attempts: call.attempts.load(Ordering::Relaxed),
        retry_after,
        reading: call.reading,
        deviations: Vec::new(),
    });
    let transport = Arc::clone(&shared.transport);
    let mut raw = RawResponse::new(head, rest, transport, call.timeouts.clone(), cut);
    raw.undo_unnamed_gzip(call.max_body);
    #[cfg(feature = "mock")]
    let raw = raw.with_ready(ready);
    Ok(raw)
}

fn fail(shared: &Shared, operation: Asked, attempts: u32, mut error: TransportError) -> Failure {
    let source = match error.take_source().map(|source| source.downcast::<SchemeError>()) {
        Some(Ok(fault)) => {
            return Error::Credentials(Box::new(credentials_error(&operation, *fault)));
        }
        Some(Err(source)) => Some(source),
        None => None,
    };
    let head = error.partial.take().map(|partial| {
        Box::new(Head {
            api: shared.api,
            operation,
            status: partial.status,
            retry_after: retry_after(&partial.headers, shared.transport.now()),
            headers: partial.headers,
            body: partial.body,
            attempts,
            reading: shared.reading,
            deviations: Vec::new(),
        })
    });
    Error::Transport(Box::new(SendError {
        operation: operation.id,
        attempts,
        source: error.with_source(source),
        head,
    }))
}

pub(super) fn credentials_error(operation: &Operation, error: SchemeError) -> CredentialsError {
    let (name, problem, source) = match error {
        SchemeError::NotObtained { name, source } => (name, None, Some(source)),
        SchemeError::NotSendable { name, problem } => (name, Some(problem), None),
    };
    CredentialsError {
        operation: operation.id,
        missing: vec![name],
        problem,
        source,
    }
}

/// Sends a call with as many attempts as it takes, each with credentials.
pub(crate) struct Attempts(pub(crate) Arc<Shared>);

impl Transport for Attempts {
    fn send(&self, mut request: transport::Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            match request.extensions_mut().remove::<Arc<Call>>() {
                Some(call) => self.attempts(&call, request).await,
                None => {
                    let problem = "a layer around the call dropped the extensions of the request";
                    Err(TransportError::new(TransportErrorKind::Unsupported, problem))
                }
            }
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.transport.sleep(duration)
    }

    fn now(&self) -> SystemTime {
        self.0.transport.now()
    }

    fn random(&self) -> u64 {
        self.0.transport.random()
    }

    fn decodes(&self) -> bool {
        self.0.transport.decodes()
    }

    fn reads_context(&self) -> bool {
        self.0.transport.reads_context()
    }

    fn is_blocking(&self) -> bool {
        self.0.transport.is_blocking()
    }
}

impl Attempts {
    async fn attempts(&self, call: &Call, request: transport::Request) -> Result<Response, TransportError> {
        let (parts, mut body) = request.into_parts();
        let replayable = body.try_clone().is_some();
        let mut retries = 0;
        let mut renewed = false;
        loop {
            let number = call.attempts.fetch_add(1, Ordering::Relaxed).saturating_add(1);
            let this = body.try_clone().unwrap_or_else(|| std::mem::take(&mut body));
            let (this, moved) = this.counted();
            let context = self.0.transport.reads_context().then(|| self.context(call, number));
            let work = pin!(self.attempt(call, &parts, context, this));
            let result = within(&*self.0.transport, call.timeouts.attempt, moved.as_ref(), work).await;
            if let Ok((response, used)) = &result
                && response.status() == StatusCode::UNAUTHORIZED
                && !(renewed || used.is_empty())
                && replayable
            {
                renewed = true;
                used.iter().for_each(|(provider, token)| provider.rejected(token));
                continue;
            }
            let result = result.map(|(response, _)| response);
            let budget = call.retry.budget.as_ref().unwrap_or(&self.0.budget);
            match self.pause(call, retries, &result) {
                Some(pause) if replayable && budget.take() => {
                    retries += 1;
                    self.0.transport.sleep(pause).await;
                }
                Some(_) => return result,
                None => {
                    if result
                        .as_ref()
                        .is_ok_and(|response| !response.status().is_server_error())
                    {
                        budget.give_back();
                    }
                    return result;
                }
            }
        }
    }

    fn context(&self, call: &Call, attempt: u32) -> Context {
        let mut timeouts = call.timeouts.clone();
        if let Some(deadline) = call.deadline {
            let left = deadline.duration_since(self.0.transport.now());
            timeouts.total = Some(left.unwrap_or(Duration::ZERO));
        }
        Context {
            operation: call.operation.id,
            path: call.operation.path,
            attempt,
            timeouts,
            streamed: call.unread || call.operation.is_streamed(),
            #[cfg(feature = "record")]
            names: self.0.api.names,
        }
    }

    /// The delay before the next attempt; `None` if this result is the last one.
    fn pause(&self, call: &Call, retries: u32, result: &Result<Response, TransportError>) -> Option<Duration> {
        if retries >= call.retry.max_retries || call.operation.never_repeated {
            return None;
        }
        let idempotent = call.repeatable;
        let now = self.0.transport.now();
        let asked = match result {
            Ok(response) => {
                let wants = |asked: Option<Duration>| {
                    let status = rate_limit::meant(response.status(), asked);
                    call.retry.wants_status(status, asked.is_some(), idempotent)
                };
                // Headers are read only if it may depend on them.
                if !wants(None) && !wants(Some(Duration::ZERO)) {
                    return None;
                }
                let asked = retry_after(response.headers(), now);
                wants(asked).then_some(asked)?
            }
            Err(error) if carried_out(error) && !idempotent => return None,
            Err(error) if call.retry.wants_error(error, idempotent) => None,
            Err(_) => return None,
        };
        let pause = call.retry.delay(retries, asked, self.0.transport.random())?;
        // Waiting beyond the time limit of the call would only turn the response into a timeout.
        let in_time = match call.deadline {
            Some(deadline) => now.checked_add(pause).is_some_and(|then| then < deadline),
            None => true,
        };
        in_time.then_some(pause)
    }

    async fn attempt(
        &self,
        call: &Call,
        parts: &http::request::Parts,
        context: Option<Context>,
        body: Body,
    ) -> Result<(Response, Used), TransportError> {
        let transport = &*self.0.transport;
        let unsent = |fault: SchemeError| TransportError::new(TransportErrorKind::Other, fault).not_sent();
        let obtained = security::obtain(&call.chosen, transport).await;
        let (secrets, used) = obtained.map_err(unsent)?;
        // Headers are copied for what is sent, and not once more for a redirect that is never seen.
        let made = || {
            let mut parts = parts.clone();
            if let Some(context) = &context {
                parts.extensions.insert(context.clone());
            }
            security::add(&secrets, &mut parts).map(|()| parts).map_err(unsent)
        };
        let method = parts.method.clone();
        let response = redirect::send(transport, call.operation, made, body).await?;
        let response = coding::undo(&method, response);
        let (mut parts, body) = response.into_parts();
        if call.reads(&parts) == Read::Stream {
            return Ok((Response::from_parts(parts, body), used));
        }
        match read_body(body, call.max_body).await {
            Ok((bytes, cut)) => {
                if cut {
                    parts.extensions.insert(Cut(call.max_body));
                }
                Ok((Response::from_parts(parts, bytes.into()), used))
            }
            Err((bytes, mut error)) => {
                error.partial = Some(Box::new(Partial {
                    status: parts.status,
                    headers: parts.headers,
                    body: bytes,
                }));
                Err(error)
            }
        }
    }
}

/// Whether the response was a success that broke off.
fn carried_out(error: &TransportError) -> bool {
    error
        .partial
        .as_ref()
        .is_some_and(|partial| partial.status.is_success())
}

/// Runs `work` for at most `limit`, counted anew whenever a piece of the request body has moved. It is pinned by the caller: a
/// future that is moved into another one takes its room twice.
pub(crate) async fn within<T>(
    transport: &dyn Transport,
    limit: Option<Duration>,
    moved: Option<&Moved>,
    mut work: impl Future<Output = Result<T, TransportError>> + Unpin,
) -> Result<T, TransportError> {
    let Some(limit) = limit else { return work.await };
    let mut timer = transport.sleep(limit);
    let mut seen = 0;
    poll_fn(|cx| {
        if let Poll::Ready(result) = Pin::new(&mut work).poll(cx) {
            return Poll::Ready(result);
        }
        let pieces = moved.map_or(0, |moved| moved.load(Ordering::Relaxed));
        if std::mem::replace(&mut seen, pieces) != pieces {
            timer = transport.sleep(limit);
        }
        timer
            .as_mut()
            .poll(cx)
            .map(|()| Err(TransportError::bare(TransportErrorKind::Timeout)))
    })
    .await
}
