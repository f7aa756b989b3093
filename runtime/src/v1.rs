//! The interface between generated code and this crate.
//!
//! Generated code speaks only to `::specwright_runtime::v1`; a change that generated code would notice makes a `v2`
//! beside it, so that a generated file and a runtime that do not match fail to compile instead of misbehaving.
//!
//! # What a generated crate looks like
//!
//! A complete one, written by hand and tested against a real socket, is in `runtime/tests/sample/`: `client.rs`,
//! `operations/NAME.rs` (definitions) and `wire/NAME.rs` (their encoding and decoding). The sections below name the
//! file that shows each construct.
//!
//! ## `client.rs`
//!
//! * `static API: v1::Api` with name and version of the crate, the default server with its variables filled in, and where
//!   the vendor puts its request ids: headers, and properties of JSON responses; `.names(…)` with the names of properties that the
//!   server can send, for recordings.
//! * `pub(crate) mod schemes`: one `static NAME: v1::Scheme` for each security scheme, and for each header parameter that
//!   is a credential (`Scheme::header(name of the parameter, name of the header)`). `oauth2` and `openIdConnect` are
//!   `Scheme::bearer`. The first argument is the name under which a missing credential is reported.
//! * `static ENVIRONMENT: v1::Environment`: the environment variables of `ClientBuilder::with_env`, unless they are switched off.
//! * `pub enum Server`, non-exhaustive, with the server variables as fields; `fn url(&self) -> String`, for templates
//!   through [`expand_server`]. Left out when the document has no servers.
//! * `pub struct Client { core: v1::Core }` deriving `Clone, Debug`; one method for each operation, which only calls `Call::new`.
//! * `#[must_use = "…"] pub struct ClientBuilder { core: v1::CoreBuilder }`: `server`, one setter for each scheme
//!   (`impl Into<v1::Secret>`; basic takes user and password and builds `v1::Credential::Basic`; OAuth takes
//!   `impl v1::TokenProvider` and builds `v1::Credential::Provider`), and the forwarding setters of the sample. Setters of a type that
//!   is `must_use` are not marked themselves (clippy's `double_must_use`).
//!
//! ## `operations/NAME.rs`
//!
//! * `pub struct Call { setup: v1::Setup, … }`: every parameter as a field, optional ones as `Option`; it derives `Clone`
//!   unless a body or part is a stream (`v1::Body`, `v1::Part`).
//! * `pub const OPERATION: &'static str`, the first argument of `Operation::new`, by which mocks identify the operation.
//! * `Call::new(core, required…)`, setters by value, `with(v1::CallOptions)`, one setter for each scheme of the operation
//!   (`self.setup = self.setup.credential(&schemes::X, secret.into())`), `send`, and `IntoFuture`:
//!
//! ```ignore
//! pub fn send(mut self) -> v1::Sending<Response, Failure> {
//!     let request = wire::encode(&mut self);
//!     v1::send(self.setup, request, wire::decode)
//! }
//! ```
//!
//! * The success type is: the body's type; `()` without content; `v1::ByteStream`, `v1::EventStream<T>`,
//!   `v1::JsonLines<T>` for streams; `enum Success` where statuses differ (`get_pet`), one variant for each. It reads JSON,
//!   or else the media type that is declared first; each other one has a method (`send_jsonl` in `watch_events`), its
//!   responses in the static (`.forms(&[…])`, whose number `v1::send_form` takes) and a function that reads them, unless they are text or
//!   bytes (`v1::send_text`, `v1::send_stream`). Failures are read by `decode`.
//! * `unread()` of what `send` gives takes any success as it is: nothing is generated for it.
//! * The error type is always called `Failure` in the operation's module, an enumeration or a name for an equal one: one variant
//!   for each pair (`get_pet`), one without a field for a status without content, no variant where no failure is documented
//!   (`list_pets`): documenting one more changes nothing that callers wrote. It is `Clone`: that is what makes `?` turn it into
//!   the untyped [`crate::Error`].
//! * Paginated operations (`list_pets`): `pages()` is `v1::pages(self, Self::send, wire::NAME::next)`, `items()` is
//!   `self.pages().items(|page| page.PROPERTY)`. An `Option` property becomes `unwrap_or_default()`.
//!
//! ## `wire/NAME.rs`
//!
//! `static OPERATION`, then `encode` and `decode`, both `#[inline(never)]` and not generic:
//!
//! ```
//! use specwright_runtime::v1;
//! # mod schemes {
//! #     use specwright_runtime::v1;
//! #     pub static KEY: v1::Scheme = v1::Scheme::header("x-api-key", "x-api-key");
//! #     pub static LOGIN: v1::Scheme = v1::Scheme::basic("login");
//! # }
//! # pub struct Call { id: i64, limit: Option<i64>, fields: Option<Vec<String>>, trace: Option<String>, body: Option<Vec<i64>> }
//! static OPERATION: v1::Operation = v1::Operation::new("getPet", "GET", "/pets/{id}")
//!     // OR of ANDs; `&[]` among them is "anonymous". Credential parameters are added to every alternative.
//!     .security(&[&[&schemes::KEY, &schemes::LOGIN], &[&schemes::KEY]])
//!     // One row for each pair of status and media type, successes first, the preferred media type first:
//!     // `Accept` is made of them, and a response is matched with them. Where one media type is declared with several
//!     // parameters, each row is `.by_parameters()`.
//!     .responses(&[
//!         v1::ResponseCase::new("200", "application/json"),
//!         v1::ResponseCase::stream("200", "application/octet-stream"),
//!         v1::ResponseCase::empty("204"),
//!         v1::ResponseCase::new("4XX", "application/problem+json"),
//!         v1::ResponseCase::new("default", "text/plain"),
//!     ]);
//!
//! # #[derive(Debug)]
//! enum Success { Json(String), OctetStream(v1::ByteStream), NoContent }
//! # #[derive(Debug, Clone)]
//! enum Failure { Range4(Vec<String>), Default(String) }
//!
//! #[inline(never)]
//! fn encode(call: &mut Call) -> Result<v1::Request, v1::InvalidRequestError> {
//!     let mut request = v1::Request::new(&OPERATION);
//!     request.path("id", v1::Style::SIMPLE, &call.id);
//!     request.query("limit", v1::Style::FORM_EXPLODE, &call.limit); // `None` sends nothing
//!     request.query("fields", v1::Style::FORM.reserved().allow_empty(), &call.fields);
//!     request.header("x-trace", v1::Style::SIMPLE, &call.trace);
//!     if let Some(limit) = call.limit {
//!         request.validate("query", "limit", |v| v.maximum(limit, 100i64));
//!     }
//!     if let Some(body) = &call.body {
//!         request.json("application/json", body); // optional body; before it `request.validate_body(body)` where it has rules
//!     }
//!     request.finish()
//! }
//!
//! #[inline(never)]
//! fn decode(response: &mut v1::RawResponse) -> v1::Outcome<Success, Failure> {
//!     match response.case() { // the status as the document writes it, and the media type; `key()`: the status alone
//!         ("200", "application/json") => v1::success(response.json().map(Success::Json)),
//!         ("200", "application/octet-stream") => v1::success(response.stream().map(Success::OctetStream)),
//!         ("204", "") => v1::success(response.empty().map(|()| Success::NoContent)),
//!         ("4XX", "application/problem+json") => v1::failure(response.json().map(Failure::Range4)),
//!         ("default", "text/plain") => v1::failure(response.text().map(Failure::Default)),
//!         _ => response.unexpected(),
//!     }
//! }
//! # let mut call = Call { id: 7, limit: Some(200), fields: None, trace: None, body: None };
//! # assert!(encode(&mut call).is_ok(), "whether constraints are checked is decided when the call is sent");
//! ```
//!
//! | document | printed | sample |
//! | --- | --- | --- |
//! | path, query, header, cookie parameter | `request.path/query/header/cookie("name", v1::Style::…, &call.field)` | `list_pets`, `get_pet` |
//! | … with `content` of JSON | `request.path_json/query_json/header_json/cookie_json("name", &call.field)` | `list_pets` |
//! | `in: querystring` (3.2) | `request.query_form("name", &[…], &call.field)`, `request.query_whole_json(..)`, `request.query_whole_text(..)` | |
//! | `style`, `explode`, `allowReserved`, `allowEmptyValue` | constants of [`Style`], `.reserved()`, `.allow_empty()` | `list_pets` |
//! | header parameters `Accept`, `Content-Type`; credential parameters | nothing; a `Scheme` | `initiate_session` |
//! | optional credential parameter | `.optional_security(&[&schemes::X])` of the operation | |
//! | JSON body, any `+json` | `request.json("media type", &call.body)` | `initiate_session` |
//! | form body with `encoding` | `request.form("media type", &[("name", v1::Encoding::Style(..) or v1::Encoding::Json)], &call.body)` | `create_order` |
//! | multipart body | a [`Multipart`]: `file` for binary parts (taken out of the call), `value` for everything else with the `encoding`'s content type or `""`, `styled` where it has a style; then `request.multipart("media type", form)` | `upload_scan` |
//! | text, XML, octet-stream and other binary bodies | `request.body("media type", take(&mut call.body))`, from `String` or `v1::Body` | `update_pet`, `put_note` |
//! | binary body of a range of media types (`image/*`) | `request.typed_body("image/*", take(&mut call.body))`, from `v1::TypedBody` | |
//! | optional body | `if let Some(body) = call.body.take()` around it | `put_note` |
//! | several request media types | `pub enum Body`, a variant for each, `match &mut call.body` | `update_pet` |
//! | rules of a parameter, of a body | `request.validate("query", "name", \|v\| …)`, `request.validate_body(&call.body)` | `list_pets`, `initiate_session` |
//! | no parameters and no body | `v1::Request::new(&OPERATION).finish()` and `_: &mut Call` | `watch_events` |
//! | own server of operation or path | `.server("https://…")` or relative `.server("/v2")`; variables filled in with [`expand_server`]'s defaults when generating | `get_photo`, `put_note` |
//! | declared `Idempotency-Key` header (optional) | `.idempotency_key("Idempotency-Key")`, no field: [`crate::CallOptions::idempotency_key`]; `.key_form(v1::KeyForm::Hex(30))` where no UUID is admitted | `create_order` |
//! | an extension says that repeating is safe | `.idempotent()` | |
//! | server-sent events, JSON lines | `ResponseCase::stream(..)`; `response.events()`, `response.events_or_errors()` for data without a property `error`, `response.text_events()` for data that is not JSON, `response.lines()` | `watch_events` |
//! | JSON response that is an integer or made of integers | `response.integers()`: `1.0` is one | |
//! | form response with a schema | `response.form()` | |
//! | multipart response | `ResponseCase::stream(..)`, `response.parts()` | |
//! | binary response | `ResponseCase::stream(..)`, `response.stream()`; XML and text: `ResponseCase::new(..)`, `response.text()` | `get_photo` |
//! | response without content | `ResponseCase::empty(status)`, `response.empty()` | `get_pet` |
//! | scalar properties of the bodies of failures | `v1::shared!(Failure => PROPERTY(str), … in NotFound \| Gone);` | `get_pet` |
//! | `HEAD` | `ResponseCase::empty(status)` for every status, whatever content is declared | |
//! | a declared redirect | a row like any other; it is then not followed | |
//! | cursor, page, offset pagination | `fn next(call, page) -> Option<Call>` with [`next_cursor`], [`next_page`], [`next_offset`] | `list_pets` |
//! | `x-polling` | `until_done()` is `v1::until_done(self, \|response\| Some(&response.PROPERTY), &["done"], &["failed"])` | |
//! | `x-webhook-signature` | `v1::signatures!(PAYLOAD, "header", .prefix("v1="));`, which has nothing without the feature `signatures` | |
//! | `Link` header, URL of the next page | [`next_link`]`(page.headers())` or the property; then `call.setup = call.setup.next_url(url)?` | |

pub use crate::data::exports::*;

pub use crate::__interface as interface;
pub use crate::__names as names;
pub use crate::__shared as shared;
pub use crate::__signatures as signatures;
pub use crate::call::options::CallOptions;
pub use crate::call::pages::{Items, Pages, next_cursor, next_link, next_offset, next_page, pages};
pub use crate::call::polling::{Polling, until_done};
pub use crate::call::raw::RawRequest;
pub use crate::call::retry::RetryPolicy;
pub use crate::call::state::{Core, Setup};
pub use crate::call::{Sending, send, send_form, send_stream, send_text};
pub use crate::client::environment::{Environment, Variable};
pub use crate::client::{BuildError, CoreBuilder};
pub use crate::error::{Error, InvalidRequestError, Mismatch};
pub use crate::examples::Examples;
pub use crate::operation::{Api, KeyForm, Operation, ResponseCase, Scheme};
pub use crate::pattern;
pub use crate::request::Request;
pub use crate::request::form::Encoding;
pub use crate::request::multipart::{Multipart, Part};
pub use crate::request::server::expand_server;
pub use crate::request::style::Style;
pub use crate::request::typed::TypedBody;
pub use crate::response::Response;
pub use crate::response::decode::{Outcome, RawResponse, failure, success};

pub use crate::data::secret::Secret;
pub use crate::response::headers::{HeaderError, UnreadHeaders, header, json_header, required_header};
pub use crate::response::shared::Scalar;
pub use crate::response::stream::{ByteStream, EventStream, JsonLines, PartStream};
pub use crate::security::{Credential, TokenProvider};
pub use crate::transport::{Body, Timeouts, Transport};

/// The first line of generated code: what it needs of [`v1`](crate::v1), as a number that grows with every name that is added here. A
/// generator knows the number of the runtime of its own version; a runtime takes all numbers up to its own.
#[macro_export]
#[doc(hidden)]
macro_rules! __interface {
    (1) => {};
    ($needed:literal) => {
        ::core::compile_error!(::core::concat!(
            "this client needs a newer specwright-runtime: it uses interface ",
            $needed,
            ", and this version has 1. Update specwright-runtime to the version of the specwright that generated the client \
             (`cargo update -p specwright-runtime`, or its line in Cargo.toml), or generate the client with the older specwright"
        ));
    };
}

/// `SIGNATURE`, `receive` and `receive_at` for a payload: nothing without the feature `signatures`, since the features of a crate that
/// has generated code as a module are its own.
#[cfg(feature = "signatures")]
#[macro_export]
#[doc(hidden)]
macro_rules! __signatures {
    ($payload:ty, $header:literal, $($settings:tt)*) => {
        #[doc = ::std::concat!("How deliveries are signed: in the header `", $header, "`.")]
        pub const SIGNATURE: $crate::webhook::Signature = $crate::webhook::Signature::new($header) $($settings)*;

        /// Verifies a delivery that arrives now, and reads its payload. `body` is the body as it arrived: JSON that was read and
        /// written again has another signature.
        ///
        /// # Errors
        ///
        /// Returns why the delivery is refused: its signature or its time is wrong, or its payload is of another type.
        #[cfg(not(target_arch = "wasm32"))]
        pub fn receive(
            secret: &$crate::Secret,
            headers: &$crate::http::HeaderMap,
            body: &[u8],
        ) -> ::std::result::Result<$crate::webhook::Delivery<$payload>, $crate::webhook::WebhookError> {
            SIGNATURE.receive(secret, headers, body)
        }

        /// [`receive`] at that time: for tests, and where the standard library has no clock.
        ///
        /// # Errors
        ///
        /// Returns why the delivery is refused: its signature or its time is wrong, or its payload is of another type.
        pub fn receive_at(
            now: ::std::time::SystemTime,
            secret: &$crate::Secret,
            headers: &$crate::http::HeaderMap,
            body: &[u8],
        ) -> ::std::result::Result<$crate::webhook::Delivery<$payload>, $crate::webhook::WebhookError> {
            SIGNATURE.receive_at(now, secret, headers, body)
        }
    };
}

/// Nothing: deliveries are not verified.
#[cfg(not(feature = "signatures"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __signatures {
    ($($delivery:tt)*) => {};
}
