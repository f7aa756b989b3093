//! Documenting one more failure or one more media type breaks no caller: what is written for `grown_before` compiles and does the same with
//! `grown_after`.

use specwright_runtime::{CallOptions, Error};

use crate::common::{Answer, last, told};

const PROBLEM: &str = r#"{"code":7,"message":"gone","retry":true}"#;

/// Programs that call a client of the document, in all ways in which a failure can be named and looked at.
macro_rules! callers {
    ($name:ident) => {
        mod $name {
            use super::*;
            use specwright_compiled::operations::$name as api;

            /// An error of a program over several operations.
            #[derive(Debug)]
            enum Mine {
                None(Error<api::operations::none::Failure>),
                One(Error<api::operations::one::Failure>),
                Rest(Error<api::operations::rest::Failure>),
            }

            impl From<Error<api::operations::none::Failure>> for Mine {
                fn from(error: Error<api::operations::none::Failure>) -> Self {
                    Mine::None(error)
                }
            }

            impl From<Error<api::operations::one::Failure>> for Mine {
                fn from(error: Error<api::operations::one::Failure>) -> Self {
                    Mine::One(error)
                }
            }

            impl From<Error<api::operations::rest::Failure>> for Mine {
                fn from(error: Error<api::operations::rest::Failure>) -> Self {
                    Mine::Rest(error)
                }
            }

            async fn all(client: &api::client::Client) -> Result<String, Mine> {
                let note: api::types::Note = client.none().await?.into_inner();
                let other = client.one().with(CallOptions::new()).await?;
                let _: api::types::Note = client.rest().send().await?.into_inner();
                Ok(format!("{}{}", note.text, other.text))
            }

            async fn untyped(client: &api::client::Client) -> Result<(), Error> {
                client.none().await?;
                client.one().await?;
                client.rest().await?;
                Ok(())
            }

            fn words(failure: &api::operations::one::Failure) -> String {
                match failure {
                    api::operations::one::Failure::NotFound(problem) => {
                        format!("{} {:?}", problem.code, problem.message)
                    }
                    other => format!("{other:?}"),
                }
            }

            #[tokio::test]
            async fn compile_and_do_the_same() {
                let note = || Answer::json(200, r#"{"text":"t"}"#);
                let server = told([
                    note(),
                    note(),
                    note(),
                    Answer::json(404, PROBLEM),
                    note(),
                    Answer::json(404, PROBLEM),
                    note(),
                    note(),
                    Answer::json(500, PROBLEM),
                    Answer::status(500),
                ]);
                let client = client!($name, server);
                assert_eq!(all(&client).await.expect("notes"), "tt");
                let error = untyped(&client).await.expect_err("404");
                assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
                let Err(Mine::One(error)) = all(&client).await else {
                    panic!("the second operation fails")
                };
                let failure = error.api().expect("it is documented");
                assert_eq!(words(failure), r#"7 Some("gone")"#);
                let shared: (Option<i64>, Option<&str>, Option<bool>) =
                    (failure.code(), failure.message(), failure.retry());
                assert_eq!(shared, (Some(7), Some("gone"), Some(true)));
                let Err(Mine::Rest(error)) = all(&client).await else {
                    panic!("the third operation fails")
                };
                let failure = error.into_api().expect("it is documented");
                assert_eq!((failure.code(), failure.message()), (Some(7), Some("gone")));
                assert!(matches!(failure, api::operations::rest::Failure::Other(_)));
                assert!(matches!(
                    all(&client).await,
                    Err(Mine::None(Error::Unexpected(_)))
                ));
            }
        }
    };
}

callers!(grown_before);
callers!(grown_after);

/// What the new failures are.
#[tokio::test]
async fn each_documented_status_is_a_variant() {
    use api::operations::one::Failure;
    use specwright_compiled::operations::grown_after as api;
    let server = told([
        Answer::status(401),
        Answer::json(401, "{}"),
        Answer::json(400, r#"{"message":3,"hint":"h"}"#),
        Answer::status(404)
            .header("Content-Type", "application/problem+json")
            .body(r#"{"title":"t"}"#),
        Answer::status(409).header("Content-Type", "text/plain").body("busy"),
    ]);
    let client = client!(grown_after, server);
    let next = async || {
        client
            .one()
            .await
            .expect_err("a failure")
            .into_api()
            .expect("a documented one")
    };
    assert_eq!(next().await, Failure::Unauthorized, "a status without content");
    assert_eq!(next().await, Failure::Unauthorized, "whatever comes with it");
    let bad = next().await;
    assert!(
        matches!(&bad, Failure::BadRequest(body) if body.message == Some(3)),
        "{bad:?}"
    );
    assert_eq!((bad.hint(), bad.message(), bad.code()), (Some("h"), None, None));
    assert!(matches!(next().await, Failure::NotFoundProblem(body) if body.title.as_deref() == Some("t")));
    assert_eq!(next().await, Failure::ConflictText("busy".to_owned()));
}

/// What the new media types are: `text/json` says the same as JSON, every other one has a form of the call.
#[tokio::test]
async fn each_other_media_type_is_a_form_of_the_call() {
    let json = |media: &str, body: &str| Answer::status(200).header("Content-Type", media).body(body);
    let server = told([
        json("text/json", r#"{"text":"t"}"#),
        json("application/vnd.note+json", r#"{"lines":3}"#),
        json("text/csv", "a,b"),
        Answer::json(404, PROBLEM),
    ]);
    let client = client!(grown_after, server);
    assert_eq!(client.one().await.expect("JSON").text, "t");
    let request = last(&server);
    let accept = request.header("accept").unwrap_or_default();
    assert!(
        accept.starts_with("application/json, application/problem+json;q=0.5") && !accept.contains("event-stream"),
        "{accept}"
    );
    let lines = client.none().send_vnd_note().await.expect("the vendor's JSON");
    assert_eq!(lines.lines, Some(3));
    assert_eq!(*client.none().send_csv().await.expect("CSV"), "a,b");
    let failure = client.none().send_csv().await.expect_err("404").into_api();
    assert_eq!(failure.expect("it is documented").code(), Some(7));
}
