//! Calls Chroma: a collection of vectors is made, filled and asked.

mod run;

use chroma_client::Client;
use chroma_client::types::{
    AddCollectionRecordsPayload, CreateCollectionPayload, CreateDatabasePayload, QueryRequestPayload,
};
use run::{Outcome, Run};
use std::collections::BTreeMap;
use std::process::ExitCode;

const TENANT: &str = "default_tenant";
const DATABASE: &str = "animals";

fn main() -> ExitCode {
    run::main(steps)
}

async fn steps(run: &mut Run) -> Outcome {
    let client = Client::builder()
        .base_url(run.url())
        // The document asks for a token; this server does not.
        .api_key_auth("none")
        .transport(run.transport())
        .build()?;
    run.done(client.heartbeat().await)
        .check(|beat| assert!(beat.nanosecond_heartbeat > 1 << 60, "more than 32 bits"));
    let database = || CreateDatabasePayload::new(DATABASE);
    run.done(client.create_database(TENANT, database()).await);
    run.refused(409, client.create_database(TENANT, database()).await);
    let id = collection(run, &client).await;
    records(run, &client, &id).await;
    let page = |limit, offset| client.list_collections(TENANT, DATABASE).limit(limit).offset(offset);
    run.done(page(1, 0).await).check(|page| assert_eq!(page.len(), 1));
    run.done(page(1, 1).await).check(|page| assert!(page.is_empty()));
    run.done(client.delete_collection(TENANT, DATABASE, "cats").await);
    run.done(client.delete_database(TENANT, DATABASE).await);
    run.refused(404, client.get_database(TENANT, DATABASE).await);
    Ok(())
}

async fn collection(run: &mut Run, client: &Client) -> String {
    let request = CreateCollectionPayload::new("cats").get_or_create(true);
    let created = run.done(client.create_collection(TENANT, DATABASE, request).await);
    let id = created.text("/id");
    created.check(|made| assert_eq!((made.name.as_str(), made.database.as_str()), ("cats", DATABASE)));
    id
}

async fn records(run: &mut Run, client: &Client, id: &str) {
    let metadata = BTreeMap::from([("color".to_owned(), "grey".into())]);
    let records = AddCollectionRecordsPayload::new(["tom", "tiger"], vec![vec![1.0, 0.0, 0.0], vec![0.0, 1.0, 0.0]])
        .metadatas(vec![Some(metadata), None]);
    run.done(client.collection_add(TENANT, DATABASE, id, records).await);
    run.done(client.collection_count(TENANT, DATABASE, id).await)
        .check(|count| assert_eq!(*count, 2));
    let query = |vector: Vec<f64>| QueryRequestPayload::new([vector]).n_results(1);
    run.refused(
        400,
        client
            .collection_query(TENANT, DATABASE, id, query(vec![1.0, 2.0]))
            .await,
    );
    run.done(
        client
            .collection_query(TENANT, DATABASE, id, query(vec![1.0, 0.0, 0.0]))
            .await,
    )
    .check(|found| assert_eq!(found.ids, [["tom"]]));
}
