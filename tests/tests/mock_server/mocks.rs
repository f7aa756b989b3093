//! The mocks of a client: what programs that use it can test.

use sandbox_kyc_client::initiate_session::{DocType, Failure, Flow, RedirectUrl, Request, Response, ResponseData};
use sandbox_kyc_client::mock::{Mock, MockResponse, value};
use sandbox_kyc_client::transport::TransportErrorKind;
use sandbox_kyc_client::{Client, Error};
use specwright_compiled::operations::{pagination, streams};
use specwright_compiled::unions;
use specwright_runtime::mock::{Mocks, On};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The program that is tested: it starts a session and says where to send the user.
async fn start(client: &Client, flow: Flow) -> Result<String, String> {
    let callback = RedirectUrl::new("https://example.com/callback").map_err(|error| error.to_string())?;
    let request = Request::new(flow, callback, [DocType::Pan]);
    match client.initiate_session(request).await {
        Ok(session) => Ok(session.into_inner().data.authorization_url),
        Err(error) => Err(match error.api() {
            Some(failure) => format!("{}: {}", error.attempts(), failure.message().unwrap_or_default()),
            None => {
                error.to_string()
                    + &std::error::Error::source(&error)
                        .map(|it| format!(": {it}"))
                        .unwrap_or_default()
            }
        }),
    }
}

fn session(url: &str) -> Result<Response, sandbox_kyc_client::mock::ValueError> {
    let mut session: Response = value()?;
    session.data.authorization_url = url.to_owned();
    Ok(session)
}

#[tokio::test]
async fn operations_reply_values_in_order() -> Outcome {
    let mock = Mock::new();
    mock.on_initiate_session().reply(session("https://one.example")?);
    mock.on_initiate_session()
        .times(2)
        .reply_with(201, session("https://two.example")?);
    mock.on_initiate_session()
        .always()
        .reply(session("https://rest.example")?);
    let client = mock.client()?;
    let mut urls = Vec::new();
    for _ in 0..5 {
        urls.push(start(&client, Flow::Signin).await?);
    }
    let expected = ["one", "two", "two", "rest", "rest"].map(|name| format!("https://{name}.example"));
    assert_eq!(urls, expected);
    assert_eq!(mock.on_initiate_session().count(), 5);
    mock.all().finish()?;
    Ok(())
}

#[tokio::test]
async fn replies_can_depend_on_the_request() -> Outcome {
    let mock = Mock::new();
    let to_sign_up = || mock.on_initiate_session().with_json("/flow", "signup");
    to_sign_up().reply(session("https://up.example")?);
    let first = |received: &specwright_runtime::mock::Received| received.attempt == 1;
    mock.on_initiate_session()
        .when(first)
        .with_target_end("/sessions/init")
        .reply(session("https://in.example")?);
    let client = mock.client()?;
    assert_eq!(start(&client, Flow::Signin).await?, "https://in.example");
    assert_eq!(start(&client, Flow::Signup).await?, "https://up.example");
    let calls = mock.on_initiate_session().calls();
    assert_eq!(
        calls[0]
            .json()
            .and_then(|body| body["doc_types"][0].as_str().map(str::to_owned))
            .as_deref(),
        Some("pan")
    );
    assert_eq!(calls[0].header("authorization"), Some("mock"));
    to_sign_up().reply(session("https://up.example")?);
    let error = start(&client, Flow::Signin).await.expect_err("no reply");
    assert!(
        error.ends_with("the mock expects `initiateSession`, but none of its 1 expectations matches this request"),
        "{error}"
    );
    let unmet = mock.all().finish().expect_err("one is left");
    assert_eq!(unmet.operations(), ["initiateSession"]);
    assert_eq!(unmet.to_string(), "expected and not called: initiateSession");
    Ok(())
}

#[tokio::test]
async fn failures_are_typed_and_repeated_as_real_ones_are() -> Outcome {
    let mock = Mock::new();
    let mut failure: sandbox_kyc_client::types::Failure = value()?;
    failure.message = Some("no such document".into());
    mock.on_initiate_session().fail(422, Failure::Other(failure.clone()));
    mock.on_initiate_session().break_down(TransportErrorKind::Io);
    mock.on_initiate_session()
        .respond(MockResponse::status(429).header("retry-after", "7"));
    mock.on_initiate_session().reply(session("https://later.example")?);
    let client = mock.client()?;
    assert_eq!(
        start(&client, Flow::Signin).await,
        Err("1: no such document".to_owned())
    );
    assert!(start(&client, Flow::Signin).await.is_err());
    // It waits as the server asks, and no real time passes.
    assert_eq!(start(&client, Flow::Signin).await?, "https://later.example");
    assert_eq!(mock.all().transport().slept(), [std::time::Duration::from_secs(7)]);
    let error: Error<Failure> = Error::mocked(specwright_runtime::http::StatusCode::NOT_FOUND, Failure::Other(failure));
    assert_eq!(error.api().and_then(Failure::message), Some("no such document"));
    Ok(())
}

#[tokio::test]
async fn examples_of_the_document_are_replies() -> Outcome {
    let mock = Mock::new();
    mock.on_initiate_session().reply_example("no such");
    let client = mock.client()?;
    let error = start(&client, Flow::Signin).await.expect_err("no example");
    let (_, known) = error
        .split_once("a response of `initiateSession`, but `")
        .ok_or(error.clone())?;
    let name = known.split('`').next().ok_or("no name")?;
    mock.on_initiate_session().reply_example(name);
    assert!(start(&client, Flow::Signin).await?.starts_with("https://"));
    Ok(())
}

#[tokio::test]
async fn what_is_not_expected_says_what_is() -> Outcome {
    let mock = Mock::new();
    let client = mock.client()?;
    let error = start(&client, Flow::Signin).await.expect_err("nothing is expected");
    assert!(
        error.ends_with("the mock expects no call of `initiateSession`, and no other"),
        "{error}"
    );
    mock.all().transport().expect("getPet", MockResponse::status(204));
    let error = start(&client, Flow::Signin).await.expect_err("another one is expected");
    assert!(
        error.ends_with("the mock expects no call of `initiateSession`, but of `getPet`"),
        "{error}"
    );
    Ok(())
}

#[test]
fn values_of_received_types_have_what_is_required() -> Outcome {
    let data: ResponseData = value()?;
    assert_eq!(data.session_id, "string");
    let session: Response = value()?;
    assert_eq!((session.code, &session.data), (1, &data));
    let taken = sandbox_kyc_client::Response::mocked(specwright_runtime::http::StatusCode::OK, session);
    assert_eq!(taken.timestamp, 1);
    // Unions, enumerations and what refers to itself.
    let _: unions::discriminator::types::Pet = value()?;
    let _: unions::kinds::types::Pet = value()?;
    let numbers: (
        bool,
        Option<String>,
        Vec<u8>,
        std::collections::BTreeMap<String, String>,
    ) = value()?;
    assert_eq!(numbers, (true, None, Vec::new(), std::collections::BTreeMap::new()));
    let error = value::<std::net::Ipv4Addr>().expect_err("it cannot be guessed");
    assert!(
        error
            .to_string()
            .starts_with("the type asks for more than can be guessed"),
        "{error}"
    );
    Ok(())
}

/// Operations of other clients, as their modules `mock` call them.
#[test]
fn pages_and_streams_are_mocked_too() -> Outcome {
    let mocks = Mocks::new();
    let client = pagination::client::Client::builder()
        .base_url(Mocks::URL)
        .transport(mocks.transport())
        .build()?;
    let on = || -> On<pagination::operations::by_cursor::Response, pagination::operations::by_cursor::Failure> {
        mocks.on(pagination::operations::by_cursor::Call::OPERATION, &[])
    };
    let mut first: pagination::operations::by_cursor::Response = value()?;
    first.next_cursor = Some("n".into());
    on().with_target_end("cursor=n").reply(value()?);
    on().reply(first);
    assert_eq!(client.by_cursor().items().wait().count(), 0);
    assert_eq!(on().count(), 2);
    let client = streams::client::Client::builder()
        .base_url(Mocks::URL)
        .transport(mocks.transport())
        .build()?;
    let body = "data: {\"text\":\"a\"}\n\n";
    let events = MockResponse::status(200)
        .header("content-type", "text/event-stream")
        .body(body);
    mocks
        .on::<(), ()>(streams::operations::events_::Call::OPERATION, &[])
        .respond(events);
    let texts = client.events().send().wait()?.into_inner().wait();
    let texts: Vec<String> = texts
        .map(|event| event.map(|event| event.into_data().text))
        .collect::<Result<_, _>>()?;
    assert_eq!(texts, ["a"]);
    // A value of another form of the call is not a reply.
    mocks
        .on::<u8, ()>(streams::operations::events_::Call::OPERATION, &[])
        .reply(1);
    assert!(client.events().send().wait().is_err());
    Ok(())
}
