//! Calls a real Chroma server through the client that was generated from its document.

use chroma_client::types::{
    AddCollectionRecordsPayload, CreateCollectionPayload, CreateDatabasePayload, QueryRequestPayload,
};
use chroma_client::{Client, Error};
use std::collections::BTreeMap;

type Outcome = Result<(), Box<dyn std::error::Error>>;

const TENANT: &str = "default_tenant";
const DATABASE: &str = "animals";

fn main() -> Outcome {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(run())
}

async fn run() -> Outcome {
    let client = Client::builder()
        .base_url(std::env::var("CHROMA_URL")?)
        // The document asks for a token; this server does not.
        .api_key_auth("none")
        .build()?;

    let heartbeat = client.heartbeat().await?;
    assert!(heartbeat.nanosecond_heartbeat > 1 << 60, "more than 32 bits");
    done("heartbeat");

    client
        .create_database(TENANT, CreateDatabasePayload::new(DATABASE))
        .await?;
    done("create a database");
    undocumented_conflict(&client).await;
    done("create it again: 409, which the document does not know");

    let request = CreateCollectionPayload::new("cats").get_or_create(true);
    let collection = client.create_collection(TENANT, DATABASE, request).await?;
    let id = collection.id.to_string();
    assert_eq!(
        (collection.name.as_str(), collection.database.as_str()),
        ("cats", DATABASE)
    );
    done("create a collection");

    add(&client, &id).await?;
    done("add records, one without metadata");

    let count = client.collection_count(TENANT, DATABASE, &id).await?;
    assert_eq!(count.into_inner(), 2);
    done("count: a bare integer");

    wrong_dimension(&client, &id).await;
    done("query with a wrong dimension: 400");

    let found = client
        .collection_query(
            TENANT,
            DATABASE,
            &id,
            QueryRequestPayload::new([vec![1.0, 0.0, 0.0]]).n_results(1),
        )
        .await?;
    assert_eq!(found.ids, [["tom"]]);
    done("query");

    let page = client.list_collections(TENANT, DATABASE).limit(1).offset(0).await?;
    assert_eq!(page.len(), 1);
    let beyond = client.list_collections(TENANT, DATABASE).limit(1).offset(1).await?;
    assert!(beyond.is_empty());
    done("list with limit and offset");

    client.delete_database(TENANT, DATABASE).await?;
    let gone = client.get_database(TENANT, DATABASE).await.expect_err("it was deleted");
    assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    let Error::Api(documented) = gone else {
        panic!("404 is documented: {gone:?}")
    };
    assert_eq!(documented.body().error(), Some("NotFoundError"));
    done("delete, and get what is gone: 404");
    Ok(())
}

/// The document knows no 409, but the server answers so: nothing of the answer is lost.
async fn undocumented_conflict(client: &Client) {
    let again = client
        .create_database(TENANT, CreateDatabasePayload::new(DATABASE))
        .await;
    let error = again.expect_err("it is there");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(409));
    assert!(matches!(error, Error::Unexpected(_)), "{error:?}");
    let body = error.body().map(|body| String::from_utf8_lossy(body).into_owned());
    assert!(body.is_some_and(|body| body.contains("already exists")), "{error:?}");
}

async fn add(client: &Client, id: &str) -> Outcome {
    let metadata = BTreeMap::from([("color".to_owned(), "grey".into())]);
    let records = AddCollectionRecordsPayload::new(vec![vec![1.0, 0.0, 0.0], vec![0.0, 1.0, 0.0]], ["tom", "tiger"])
        .metadatas(vec![Some(metadata), None]);
    let added = client.collection_add(TENANT, DATABASE, id, records).await?;
    assert_eq!(added.status(), 201);
    Ok(())
}

async fn wrong_dimension(client: &Client, id: &str) {
    let query = QueryRequestPayload::new([vec![1.0, 2.0]]);
    let error = client
        .collection_query(TENANT, DATABASE, id, query)
        .await
        .expect_err("it has two dimensions");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
}

fn done(step: &str) {
    println!("ok: {step}");
}
