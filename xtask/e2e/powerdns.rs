//! Calls PowerDNS: zones with records, keys and metadata.

mod run;

use powerdns_client::Client;
use powerdns_client::types::zone::Kind;
use powerdns_client::types::{
    Autoprimary, Comment, Cryptokey, Metadata, Record, RrSet, RrSetRequired, TsigKey, Zone, cryptokey,
};
use run::{Outcome, Run};
use std::process::ExitCode;

const SERVER: &str = "localhost";
const ZONE: &str = "example.org.";

fn main() -> ExitCode {
    run::main(steps)
}

async fn steps(run: &mut Run) -> Outcome {
    let client = Client::builder()
        .base_url(format!("{}/api/v1", run.url()))
        .api_key_header("key")
        .transport(run.transport())
        .build()?;
    server(run, &client).await;
    zones(run, &client).await;
    metadata(run, &client).await;
    crypto_keys(run, &client).await;
    tsig_keys(run, &client).await;
    autoprimaries(run, &client).await;
    run.done(client.delete_zone(SERVER, ZONE).await);
    run.refused(404, client.list_zone(SERVER, ZONE).await);
    let stranger = Client::builder()
        .base_url(format!("{}/api/v1", run.url()))
        .api_key_header("wrong")
        .transport(run.transport())
        .build()?;
    run.refused(401, stranger.list_servers().await);
    Ok(())
}

async fn server(run: &mut Run, client: &Client) {
    run.done(client.list_servers().await)
        .check(|servers| assert_eq!(servers.len(), 1));
    run.done(client.list_server(SERVER).await)
        .check(|server| assert_eq!(server.daemon_type.as_deref(), Some("authoritative")));
    run.done(client.get_config(SERVER).await)
        .check(|settings| assert!(settings.len() > 100));
    run.refused(404, client.get_config_setting(SERVER, "nothing").await);
    run.done(client.get_stats(SERVER).await);
    run.done(client.get_stats(SERVER).includerings(false).await);
    run.done(client.get_stats(SERVER).statistic("uptime").await);
    run.done(client.cache_flush_by_name(SERVER, ZONE).await);
}

/// Since responses have no `changetype`, the learned document does not require it.
fn addresses(name: &str, change: &str, addresses: &[&str]) -> RrSet {
    let records = addresses.iter().map(|address| Record::new(*address).disabled(false));
    let set = RrSet::new(RrSetRequired {
        name: name.to_owned(),
        r#type: "A".to_owned(),
        ttl: 3600,
        #[cfg(not(feature = "learned"))]
        changetype: change.to_owned(),
        records: records.collect(),
    });
    #[cfg(feature = "learned")]
    let set = set.changetype(change);
    set
}

async fn zones(run: &mut Run, client: &Client) {
    run.done(client.list_zones(SERVER).await)
        .check(|zones| assert!(zones.is_empty()));
    let zone = Zone::new()
        .name(ZONE)
        .kind(Kind::Native)
        .nameservers(["ns1.example.org."])
        .rrsets([addresses("www.example.org.", "REPLACE", &["192.0.2.1"])]);
    let created = run.done(client.create_zone(SERVER, zone.clone()).await);
    assert_eq!(created.text("/name"), ZONE);
    run.refused(409, client.create_zone(SERVER, zone).await);
    run.refused(
        422,
        client
            .create_zone(SERVER, Zone::new().name("no dot").kind(Kind::Native))
            .await,
    );
    run.done(client.list_zones(SERVER).await)
        .check(|zones| assert_eq!(zones.len(), 1));
    run.done(client.list_zones(SERVER).zone(ZONE).dnssec(false).await);
    run.done(client.list_zone(SERVER, ZONE).await);
    run.done(client.list_zone(SERVER, ZONE).rrsets(false).await)
        .check(|zone| assert_eq!(zone.kind, Some(Kind::Native)));
    let change = addresses("mail.example.org.", "REPLACE", &["192.0.2.2", "192.0.2.3"]);
    let change = change.comments([Comment::new().content("two of them").account("e2e")]);
    run.done(client.patch_zone(SERVER, ZONE, Zone::new().rrsets([change])).await);
    let gone = addresses("www.example.org.", "DELETE", &[]);
    run.done(client.patch_zone(SERVER, ZONE, Zone::new().rrsets([gone])).await);
    run.done(
        client
            .list_zone(SERVER, ZONE)
            .rrset_name("mail.example.org.")
            .rrset_type("A")
            .await,
    );
    run.done(
        client
            .put_zone(SERVER, ZONE, Zone::new().kind(Kind::Master).account("e2e").dnssec(true))
            .await,
    );
    run.done(client.axfr_export_zone(SERVER, ZONE).await);
    run.done(client.rectify_zone(SERVER, ZONE).await);
    run.done(client.notify_zone(SERVER, ZONE).await);
    run.refused(422, client.axfr_retrieve_zone(SERVER, ZONE).await);
    run.done(client.search_data(SERVER, "mail*", 10).await);
}

async fn metadata(run: &mut Run, client: &Client) {
    run.done(client.list_metadata(SERVER, ZONE).await);
    let kind = "ALSO-NOTIFY";
    let metadata = |values: &[&str]| Metadata::new().kind(kind).metadata(values.iter().copied());
    run.done(client.create_metadata(SERVER, ZONE, metadata(&["192.0.2.9"])).await);
    run.done(client.get_metadata(SERVER, ZONE, kind).await);
    run.done(
        client
            .modify_metadata(SERVER, ZONE, kind, metadata(&["192.0.2.8"]))
            .await,
    );
    run.done(client.list_metadata(SERVER, ZONE).await);
    run.done(client.delete_metadata(SERVER, ZONE, kind).await);
}

async fn crypto_keys(run: &mut Run, client: &Client) {
    let key = Cryptokey::new()
        .keytype(cryptokey::Keytype::Ksk)
        .active(true)
        .algorithm("ecdsa256");
    let created = run.done(client.create_cryptokey(SERVER, ZONE, key.bits(256)).await);
    let id = created.integer("/id").to_string();
    run.done(client.list_cryptokeys(SERVER, ZONE).await);
    run.done(client.get_cryptokey(SERVER, ZONE, &*id).await);
    run.done(
        client
            .modify_cryptokey(SERVER, ZONE, &*id, Cryptokey::new().active(false))
            .await,
    );
    run.done(client.delete_cryptokey(SERVER, ZONE, &*id).await);
}

async fn tsig_keys(run: &mut Run, client: &Client) {
    run.done(client.list_tsig_keys(SERVER).await);
    let key = TsigKey::new().name("transfer").algorithm("hmac-sha256");
    let created = run.done(client.create_tsig_key(SERVER, key.clone()).await);
    let id = created.text("/id");
    run.refused(409, client.create_tsig_key(SERVER, key).await);
    run.done(client.get_tsig_key(SERVER, &*id).await);
    run.done(
        client
            .put_tsig_key(SERVER, &*id, TsigKey::new().algorithm("hmac-sha512"))
            .await,
    );
    run.done(client.list_tsig_keys(SERVER).await);
    run.done(client.delete_tsig_key(SERVER, &*id).await);
}

async fn autoprimaries(run: &mut Run, client: &Client) {
    let primary = Autoprimary::new()
        .ip("192.0.2.7")
        .nameserver("ns1.example.org")
        .account("e2e");
    run.done(client.create_autoprimary(SERVER, primary).await);
    run.done(client.get_autoprimaries(SERVER).await);
    run.done(client.delete_autoprimary(SERVER, "192.0.2.7", "ns1.example.org").await);
}
