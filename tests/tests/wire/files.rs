//! Multipart responses, downloads that become files, and bodies whose media type the caller chooses: `parts_and_files`.

use specwright_compiled::operations::parts_and_files as api;
use specwright_runtime::{Error, SaveError, TypedBody};

use crate::common::{Answer, last, quiet, told};

fn multipart(media: &str, body: &str) -> Answer {
    Answer::status(200).header("Content-Type", media).body(body)
}

#[tokio::test]
async fn the_parts_of_a_response_come_one_by_one() {
    let server = told([
        multipart(
            "multipart/mixed; boundary=\"x y\"",
            "--x y\r\nContent-Type: application/json\r\n\r\n{\"id\":1}\r\n--x y\r\nX-Id: 2\r\n\r\ntwo\r\n--x y--\r\n",
        ),
        multipart(
            "multipart/form-data; boundary=b",
            "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nn\r\n--b\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"../a.txt\"\r\n\r\nf\r\n--b--",
        ),
        multipart("multipart/mixed; boundary=b", "--b\r\n\r\none\r\n--b\r\n\r\ntw"),
        multipart("multipart/mixed", "--b--"),
    ]);
    let client = client!(parts_and_files, server);
    let mut parts = client.batch().await.expect("parts").into_inner();
    let first = parts.next().await.expect("a part").expect("JSON");
    assert_eq!(
        (first.content_type(), &first.bytes()[..]),
        (Some("application/json"), &b"{\"id\":1}"[..])
    );
    let second = parts.next().await.expect("a part").expect("text");
    assert_eq!(
        (second.header("x-id"), second.text().expect("text")),
        (Some("2"), "two".to_owned())
    );
    assert!(parts.next().await.is_none());
    let mut parts = client.form().await.expect("parts").into_inner();
    let note = parts.next().await.expect("a part").expect("a note");
    assert_eq!((note.name().as_deref(), note.file_name()), (Some("note"), None));
    let file = parts.next().await.expect("a part").expect("a file");
    assert_eq!(
        (file.name().as_deref(), file.file_name().as_deref()),
        (Some("file"), Some("a.txt"))
    );
    let mut cut = client.batch().await.expect("parts").into_inner();
    assert!(cut.next().await.expect("a part").is_ok());
    let error = cut.next().await.expect("an error").expect_err("it breaks off");
    assert!(matches!(&error, Error::Decode(_)) && error.carried_out(), "{error}");
    assert!(cut.next().await.is_none(), "an error is the end");
    let error = client.batch().await.expect_err("no boundary").to_string();
    assert!(error.contains("no boundary"), "{error}");
}

#[tokio::test]
async fn a_download_is_saved_under_the_name_of_the_server_and_nowhere_else() {
    let directory = std::env::temp_dir().join(format!("specwright-files-{}", std::process::id()));
    std::fs::create_dir_all(&directory).expect("a directory");
    let named = |name: &str| {
        let disposition = format!("attachment; filename=\"{name}\"");
        Answer::status(200)
            .header("Content-Type", "application/octet-stream")
            .header("Content-Disposition", &disposition)
            .body("bytes")
    };
    let unnamed = Answer::status(200)
        .header("Content-Type", "application/octet-stream")
        .body("others");
    let broken =
        Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 9\r\n\r\npart");
    let server = told([named("../../up.txt"), named("up.txt"), unnamed, broken]);
    let client = client!(parts_and_files, server);
    let file = client.export().await.expect("a file");
    assert_eq!(file.file_name().as_deref(), Some("up.txt"));
    let path = file.into_inner().save_in(&directory, "x").await.expect("a file");
    assert_eq!(path, directory.join("up.txt"));
    assert_eq!(std::fs::read_to_string(&path).expect("text"), "bytes");
    let again = client
        .export()
        .await
        .expect("a file")
        .into_inner()
        .save_in(&directory, "x")
        .await;
    assert!(
        matches!(again, Err(SaveError::File(_))),
        "no file is overwritten: {again:?}"
    );
    let other = client
        .export()
        .await
        .expect("a file")
        .into_inner()
        .save_in(&directory, "x")
        .await;
    assert_eq!(other.expect("a file"), directory.join("x"));
    let broken = client
        .export()
        .await
        .expect("a head")
        .into_inner()
        .save_as(directory.join("y"))
        .await;
    assert!(matches!(broken, Err(SaveError::Response(_))), "{broken:?}");
    let mut left: Vec<_> = std::fs::read_dir(&directory)
        .expect("files")
        .map(|file| file.expect("a file").file_name())
        .collect();
    left.sort();
    assert_eq!(left, ["up.txt", "x"], "what is not complete is removed");
    std::fs::remove_dir_all(&directory).expect("removed");
}

#[tokio::test]
async fn a_body_of_a_range_says_its_media_type() {
    let server = quiet();
    let client = client!(parts_and_files, server);
    client.put_photo(("image/png", "pixels")).await.expect("204");
    let sent = last(&server);
    assert_eq!(
        (sent.header("content-type"), &sent.body[..]),
        (Some("image/png"), &b"pixels"[..])
    );
    let body = api::operations::put_track::Body::from(TypedBody::new("audio/ogg", "sound"));
    client.put_track().body(body).await.expect("204");
    assert_eq!(last(&server).header("content-type"), Some("audio/ogg"));
    client.put_note("text").await.expect("204");
    assert_eq!(last(&server).header("content-type"), Some("text/plain"));
    let before = server.requests().len();
    for wrong in ["text/plain", "image/*", "", "image/png\r\nX: y"] {
        let error = client.put_photo((wrong, "pixels")).await.expect_err(wrong);
        assert!(
            matches!(&error, Error::Invalid(_)) && error.to_string().contains("image/*"),
            "{error}"
        );
    }
    assert_eq!(server.requests().len(), before, "nothing was sent");
}
