//! Forms and multipart bodies with their `encoding` (OpenAPI 3.1.1 sections 4.8.14 and 4.8.15, RFC 7578): `forms`,
//! `multipart`, `files`, `bodies`.

use std::io::Cursor;

use specwright_compiled::operations::{bodies, files, forms, multipart};
use specwright_runtime::{Multipart, Part};

use crate::common::{Recorded, last, quiet};

#[tokio::test]
async fn properties_of_a_form() {
    use forms::operations::form::{Address, Deep, DeepA, RequestForm};
    let server = quiet();
    let client = client!(forms, server);
    let sent = |body: RequestForm| async {
        client.form(body).await.expect("204");
        let request = last(&server);
        assert_eq!(
            request.header("content-type"),
            Some("application/x-www-form-urlencoded")
        );
        request.text()
    };
    let form = || RequestForm::new("a b&é");
    assert_eq!(sent(form()).await, "name=a+b%26%C3%A9");
    assert_eq!(
        sent(form().tags(["x y", "z"])).await,
        "name=a+b%26%C3%A9&tags=x+y&tags=z"
    );
    assert_eq!(
        sent(form().joined(["x", "y,z"])).await,
        "name=a+b%26%C3%A9&joined=x,y%2Cz"
    );
    let address = Address::new().city("Köln");
    assert_eq!(
        sent(form().address(address)).await,
        "name=a+b%26%C3%A9&address=%7B%22city%22%3A%22K%C3%B6ln%22%7D",
        "an object is JSON unless the encoding says otherwise"
    );
    let deep = Deep::new().a(DeepA::new().b([1, 2]));
    assert_eq!(
        sent(form().deep(deep)).await,
        "name=a+b%26%C3%A9&deep%5Ba%5D%5Bb%5D%5B0%5D=1&deep%5Ba%5D%5Bb%5D%5B1%5D=2"
    );
    assert_eq!(sent(form().json([1, 2])).await, "name=a+b%26%C3%A9&json=%5B1%2C2%5D");
    assert_eq!(
        sent(form().url("http://x/?a=b")).await,
        "name=a+b%26%C3%A9&url=http://x/?a=b"
    );
    let none: [&str; 0] = [];
    assert_eq!(sent(form().tags(none).joined(none)).await, "name=a+b%26%C3%A9");
    let before = server.requests().len();
    assert!(client.form(RequestForm::new("")).await.is_err(), "minLength");
    assert_eq!(server.requests().len(), before);
}

#[tokio::test]
async fn forms_without_declared_properties() {
    let server = quiet();
    let client = client!(forms, server);
    client.free_form().body([("k 1", "v=1")]).await.expect("204");
    assert_eq!(last(&server).text(), "k+1=v%3D1");
    client.free_form().await.expect("204");
    assert_eq!(
        (last(&server).header("content-type"), last(&server).text().as_str()),
        (None, "")
    );
    let client = client!(bodies, server);
    client
        .form(bodies::operations::form::RequestForm::new("x").b([1, 2]))
        .await
        .expect("204");
    assert_eq!(last(&server).text(), "a=x&b=1&b=2");
}

/// The parts of a multipart body: their heads as they are, and their content.
fn parts(request: &Recorded, kind: &str) -> Vec<(String, String)> {
    let media = request.header("content-type").expect("a media type");
    let boundary = media.strip_prefix(&format!("{kind}; boundary=")).expect("a boundary");
    let text = request.text();
    let inner = text
        .strip_prefix(&format!("--{boundary}\r\n"))
        .expect("the first boundary");
    let inner = inner
        .strip_suffix(&format!("\r\n--{boundary}--\r\n"))
        .expect("the last boundary");
    inner
        .split(&format!("\r\n--{boundary}\r\n"))
        .map(|part| {
            let (head, body) = part
                .split_once("\r\n\r\n")
                .or_else(|| Some(("", part.strip_prefix("\r\n")?)))
                .expect("a head");
            (head.to_owned(), body.to_owned())
        })
        .collect()
}

fn part(head: &str, body: &str) -> (String, String) {
    (head.to_owned(), body.to_owned())
}

#[tokio::test]
async fn parts_follow_their_encodings() {
    use multipart::operations::upload::{Meta, RequestMultipart};
    let server = quiet();
    let client = client!(multipart, server);
    let file = Part::from("%PDF").header("X-Checksum", "1").filename("a \"b\"\r\n.pdf");
    let body = RequestMultipart::new(file, "é")
        .pages([
            Part::from("one"),
            Part::from_reader(Cursor::new("two"), None)
                .filename("2.txt")
                .content_type("text/x"),
        ])
        .tags(["a", "b"])
        .meta(Meta::new("me").year(2026))
        .people([multipart::types::Person::new("x"), multipart::types::Person::new("y")])
        .xml("<a/>")
        .list([1, 2])
        .icon("icon");
    client.upload(body).await.expect("204");
    let disposition = "Content-Disposition: form-data; name=";
    assert_eq!(
        parts(&last(&server), "multipart/form-data"),
        [
            part(
                &format!(
                    "{disposition}\"file\"; filename=\"a %22b%22%0D%0A.pdf\"\r\nx-checksum: 1\r\n\
                     content-type: application/pdf"
                ),
                "%PDF"
            ),
            part(&format!("{disposition}\"title\""), "é"),
            part(
                &format!("{disposition}\"pages\"; filename=\"pages\"\r\ncontent-type: application/octet-stream"),
                "one"
            ),
            part(
                &format!("{disposition}\"pages\"; filename=\"2.txt\"\r\ncontent-type: text/x"),
                "two"
            ),
            part(&format!("{disposition}\"tags\""), "a"),
            part(&format!("{disposition}\"tags\""), "b"),
            part(
                &format!("{disposition}\"meta\"\r\ncontent-type: application/json"),
                r#"{"author":"me","year":2026}"#
            ),
            part(
                &format!("{disposition}\"people\"\r\ncontent-type: application/json"),
                r#"{"name":"x"}"#
            ),
            part(
                &format!("{disposition}\"people\"\r\ncontent-type: application/json"),
                r#"{"name":"y"}"#
            ),
            part(
                &format!("{disposition}\"xml\"\r\ncontent-type: application/xml"),
                "<a/>"
            ),
            part(
                &format!("{disposition}\"list\"\r\ncontent-type: application/json"),
                "[1,2]"
            ),
            part(
                &format!("{disposition}\"icon\"; filename=\"icon\"\r\ncontent-type: application/octet-stream"),
                "icon"
            ),
        ]
    );
}

#[tokio::test]
async fn parts_are_checked_before_they_leave() {
    use multipart::operations::upload::RequestMultipart;
    let server = quiet();
    let client = client!(multipart, server);
    let error = client
        .upload(RequestMultipart::new("x", "t"))
        .await
        .expect_err("a header of the part is missing");
    assert_eq!(error.violations()[0].pointer, "/body/file");
    let file = || Part::from("x").header("X-Checksum", "1");
    let error = client
        .upload(RequestMultipart::new(file(), ""))
        .await
        .expect_err("an empty title");
    assert_eq!(
        (error.violations()[0].pointer.as_str(), error.violations()[0].keyword),
        ("/body/title", "minLength")
    );
    let bad = file().header("X-Revision", "1\r\nX-Other: 2");
    assert!(
        client.upload(RequestMultipart::new(bad, "t")).await.is_err(),
        "a line break in a header of a part"
    );
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn files_are_known_by_their_schema() {
    use files::operations::upload::RequestMultipart;
    let server = quiet();
    let client = client!(files, server);
    let path = std::env::temp_dir().join(format!("specwright-part-{}.txt", std::process::id()));
    std::fs::write(&path, "from a file").expect("a file");
    let body = RequestMultipart::new(Part::from_path(&path).expect("the file"))
        .files([Part::from("1"), Part::from("2")])
        .image("png")
        .images([Part::from("3")])
        .anything("any")
        .note("n")
        .json("{}");
    client.upload(body).await.expect("204");
    std::fs::remove_file(&path).expect("removed");
    let request = last(&server);
    assert_eq!(request.header("transfer-encoding"), None, "every length is known");
    let name = path.file_name().expect("a name").to_string_lossy();
    let bytes = "content-type: application/octet-stream";
    let named =
        |name: &str, file: &str| format!("Content-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"");
    assert_eq!(
        parts(&request, "multipart/form-data"),
        [
            part(&format!("{}\r\n{bytes}", named("file", &name)), "from a file"),
            part(&format!("{}\r\n{bytes}", named("files", "files")), "1"),
            part(&format!("{}\r\n{bytes}", named("files", "files")), "2"),
            part(
                &format!("{}\r\ncontent-type: image/png", named("image", "image")),
                "png"
            ),
            part(&format!("{}\r\n{bytes}", named("images", "images")), "3"),
            part(&format!("{}\r\n{bytes}", named("anything", "anything")), "any"),
            part("Content-Disposition: form-data; name=\"note\"", "n"),
            part("Content-Disposition: form-data; name=\"json\"", "{}"),
        ]
    );
}

#[tokio::test]
async fn other_multipart_types_and_parts_that_the_caller_makes() {
    use multipart::operations::mixed::{B, RequestMixed};
    let server = quiet();
    let client = client!(multipart, server);
    client
        .mixed()
        .body(RequestMixed::new().a("x").b(B::new().c(1)))
        .await
        .expect("204");
    assert_eq!(
        parts(&last(&server), "multipart/mixed"),
        [part("", "x"), part("content-type: application/json", "{\"c\":1}")],
        "only form-data has names"
    );
    let mut form = Multipart::new();
    form.value("n", "", &7);
    form.file("f", "text/csv", Part::from("a,b"));
    client.raw(form).await.expect("204");
    assert_eq!(
        parts(&last(&server), "multipart/form-data"),
        [
            part("Content-Disposition: form-data; name=\"n\"", "7"),
            part(
                "Content-Disposition: form-data; name=\"f\"; filename=\"f\"\r\ncontent-type: text/csv",
                "a,b"
            ),
        ]
    );
}

#[tokio::test]
async fn a_file_of_a_type_that_json_has_too_is_sent_as_bytes() {
    use multipart::operations::add_cover::Body;
    let server = crate::common::quiet();
    let client = client!(multipart, server);
    client.add_cover(multipart::types::Cover::new("a")).await.expect("JSON");
    assert_eq!(last(&server).body, br#"{"title":"a"}"#);
    let mut cover = specwright_runtime::Multipart::new();
    cover.value("title", "", "a");
    cover.file(
        "image",
        "image/png",
        specwright_runtime::Part::new(b"\x89\0\xff".to_vec()),
    );
    client.add_cover(Body::Multipart(cover)).await.expect("parts");
    let sent = last(&server).body;
    let has = |part: &[u8]| sent.windows(part.len()).any(|window| window == part);
    assert!(has(b"name=\"image\"; filename=\"image\""), "{sent:?}");
    assert!(has(b"\r\n\r\n\x89\0\xff\r\n"), "{sent:?}");
}
