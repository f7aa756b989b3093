//! Calls the library: authors and books, which are lent.

mod run;

use library_client::types::book_request::{Binding, Price};
use library_client::types::{
    AuthorRequest, BookRequest, Loan, LoanRequest, PatchedAuthorRequest, PatchedBookRequest, book,
};
use library_client::{CallOptions, Checks, Client, Date, Field, Multipart, Part, Uuid};
use library_client::{books_create, books_partial_update};
use run::{Outcome, Run};
use std::process::ExitCode;

fn main() -> ExitCode {
    run::main(steps)
}

async fn steps(run: &mut Run) -> Outcome {
    let client = Client::builder()
        .base_url(run.url())
        .transport(run.transport())
        .build()?;
    let author = authors(run, &client).await?;
    let book = books(run, &client, author).await?;
    loans(run, &client, &book).await?;
    run.done(client.books_destroy(book.clone()).await);
    run.refused(404, client.books_retrieve(book).await);
    run.done(client.authors_destroy(author).await);
    Ok(())
}

async fn authors(run: &mut Run, client: &Client) -> Result<i64, Box<dyn std::error::Error>> {
    run.done(client.authors_list().await)
        .check(|page| assert_eq!(page.count, 0));
    let born: Date = "1815-12-10".parse()?;
    let ada = AuthorRequest::new("Ada").born(born).website("https://example.com/ada");
    let created = run.done(client.authors_create(ada.clone()).await);
    let id = created.integer("/id");
    let unchecked = CallOptions::new().checks(Checks::Off);
    run.refused(400, client.authors_create(ada.website("no URL")).with(unchecked).await);
    for name in ["Grace", "Barbara"] {
        run.done(client.authors_create(AuthorRequest::new(name)).await);
    }
    run.done(client.authors_list().await).check(|page| {
        assert_eq!((page.count, page.results.len()), (3, 2));
        assert!(page.next.is_some());
    });
    run.done(client.authors_list().limit(1).offset(2).await)
        .check(|page| assert_eq!(page.results[0].name, "Barbara"));
    run.done(client.authors_list().search("gra").await)
        .check(|page| assert_eq!(page.count, 1));
    run.done(client.authors_retrieve(id).await);
    run.done(client.authors_update(id, AuthorRequest::new("Ada L.")).await)
        .check(|author| assert!(author.born.is_some(), "what is not sent stays"));
    let unborn = PatchedAuthorRequest::new().born(Field::Null);
    run.done(client.authors_partial_update(id).body(unborn).await)
        .check(|author| assert!(author.born.is_none() && author.name == "Ada L."));
    run.refused(404, client.authors_retrieve(999).await);
    Ok(id)
}

async fn books(run: &mut Run, client: &Client, author: i64) -> Result<Uuid, Box<dyn std::error::Error>> {
    let notes = BookRequest::new(author, Price::new("12.50")?, "Notes")
        .binding(Binding::Hard)
        .weight(0.5)
        .subjects(serde_json::json!(["engines", {"century": 19}]));
    let created = run.done(client.books_create(notes.clone()).await);
    let id: Uuid = created.text("/id").parse()?;
    upload(run, client, author).await?;
    run.done(client.books_list().ordering("-title").await);
    run.done(client.books_list().search("lett").await)
        .check(|page| assert_eq!(page.count, 1));
    run.done(client.books_retrieve(id.clone()).await).check(|book| {
        // The learned document knows that it may be missing.
        let price: Option<book::Price> = book.price.clone().into();
        assert_eq!(
            (price.as_ref().map(book::Price::as_str), book.weight),
            (Some("12.50"), Some(0.5))
        );
    });
    let brief = CallOptions::new().query("brief", "1");
    run.done(client.books_retrieve(id.clone()).with(brief).await);
    run.done(client.books_update(id.clone(), notes.weight(Field::Null)).await)
        .check(|book| assert_eq!(book.weight, None));
    let paper = PatchedBookRequest::new().title("Notes, again");
    run.done(client.books_partial_update(id.clone()).body(paper).await)
        .check(|book| assert_eq!(book.title, "Notes, again"));
    run.done(client.books_total_retrieve().await);
    run.done(client.books_export_retrieve().await);
    Ok(id)
}

/// A file that is not text.
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\xff";

async fn upload(run: &mut Run, client: &Client, author: i64) -> Outcome {
    let mut letters = Multipart::new();
    letters.value("author", "", &author);
    letters.value("title", "", "Letters");
    letters.value("price", "", "3.00");
    letters.file(
        "cover",
        "image/png",
        Part::new(PICTURE.to_vec()).filename("letters.png"),
    );
    let created = run.done(client.books_create(books_create::Body::Multipart(letters)).await);
    let id: Uuid = created.text("/id").parse()?;
    run.done(client.books_picture_retrieve(id.clone()).await);
    let picture = run.done(client.books_picture_retrieve(id).send().unread().await);
    let stream = picture.value().ok_or("no picture")?;
    assert_eq!(stream.collect(100).await?, PICTURE);
    Ok(())
}

async fn loans(run: &mut Run, client: &Client, book: &Uuid) -> Outcome {
    let due: Date = "2026-12-24".parse()?;
    run.done(
        client
            .books_lend_create(book.clone(), LoanRequest::new(due.clone(), "eve@example.com"))
            .await,
    )
    .check(|loan| assert_eq!(loan.reader, "eve@example.com"));
    run.refused(
        400,
        client
            .books_lend_create(book.clone(), LoanRequest::new(due, "eve"))
            .await,
    );
    run.done(client.books_retrieve(book.clone()).await).check(|book| {
        let loans: Option<Vec<Loan>> = book.loans.clone().into();
        assert_eq!(loans.map(|loans| loans.len()), Some(1));
    });
    Ok(())
}
