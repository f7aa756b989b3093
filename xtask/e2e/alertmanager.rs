//! Calls Alertmanager: alerts are posted and silenced.

mod run;

use alertmanager_client::types::{Matcher, MatcherRequired, PostableAlert, PostableSilence, PostableSilenceRequired};
use alertmanager_client::{Client, DateTime, Uuid};
use run::{Outcome, Run};
use std::process::ExitCode;

fn main() -> ExitCode {
    run::main(steps)
}

async fn steps(run: &mut Run) -> Outcome {
    let client = Client::builder()
        .base_url(format!("{}/api/v2", run.url()))
        .transport(run.transport())
        .build()?;
    status(run, &client).await;
    alerts(run, &client).await?;
    silences(run, &client).await
}

async fn status(run: &mut Run, client: &Client) {
    run.done(client.get_status().await)
        .check(|status| assert!(status.version_info.version.starts_with("0.25")));
    run.done(client.get_receivers().await)
        .check(|receivers| assert_eq!(receivers.len(), 2));
}

async fn alerts(run: &mut Run, client: &Client) -> Outcome {
    run.done(client.get_alerts().await)
        .check(|alerts| assert!(alerts.is_empty()));
    let late = PostableAlert::new([("alertname", "Late"), ("team", "etl")])
        .annotations([("summary", "the nightly run is late")])
        .starts_at("2026-11-27T12:00:00Z".parse::<DateTime>()?)
        .generator_url("http://example.com/late");
    let full = PostableAlert::new([("alertname", "Full"), ("team", "web")]);
    run.done(client.post_alerts([late, full]).await);
    run.refused(400, client.post_alerts([PostableAlert::new([("", "nameless")])]).await);
    run.done(client.get_alerts().filter(["team=\"etl\""]).await)
        .check(|alerts| {
            let names = alerts.iter().map(|alert| alert.labels["alertname"].as_str());
            assert_eq!(names.collect::<Vec<_>>(), ["Late"]);
            assert_eq!(alerts[0].annotations["summary"], "the nightly run is late");
        });
    run.refused(400, client.get_alerts().filter(["not a filter"]).await);
    run.done(client.get_alerts().receiver("etl").active(true).silenced(false).await)
        .check(|alerts| assert_eq!(alerts.len(), 1));
    run.done(client.get_alert_groups().await)
        .check(|groups| assert!(groups.iter().all(|group| group.alerts.len() <= 1)));
    run.done(
        client
            .get_alert_groups()
            .filter(["team=~\"e.*\""])
            .receiver("etl")
            .await,
    );
    Ok(())
}

fn silence(comment: &str, team: &str) -> Result<PostableSilence, Box<dyn std::error::Error>> {
    let from: DateTime = "2026-11-27T12:00:00Z".parse()?;
    let to: DateTime = "2099-01-01T00:00:00.5+01:00".parse()?;
    let matcher = Matcher::new(MatcherRequired {
        name: "team".to_owned(),
        value: team.to_owned(),
        is_regex: false,
    });
    Ok(PostableSilence::new(PostableSilenceRequired {
        matchers: vec![matcher.is_equal(true)],
        starts_at: from,
        ends_at: to,
        created_by: "e2e".to_owned(),
        comment: comment.to_owned(),
    }))
}

async fn silences(run: &mut Run, client: &Client) -> Outcome {
    run.done(client.get_silences().await)
        .check(|silences| assert!(silences.is_empty()));
    let created = run.done(client.post_silences(silence("known", "etl")?).await);
    let id = created.text("/silenceID");
    run.done(client.get_silence(id.parse::<Uuid>()?).await)
        .check(|silence| {
            assert_eq!((silence.comment.as_str(), silence.id.as_str()), ("known", id.as_str()));
        });
    let changed = run.done(client.post_silences(silence("still known", "etl")?.id(&*id)).await);
    let id = changed.text("/silenceID");
    let nobody = silence("without", "etl").map(|mut silence| {
        silence.matchers[0].name = String::new();
        silence
    })?;
    run.refused(400, client.post_silences(nobody).await);
    run.done(client.post_silences(silence("other", "web")?).await);
    run.done(client.get_silences().filter(["team=\"etl\""]).await)
        .check(|silences| assert_eq!(silences[0].comment, "still known"));
    run.done(client.delete_silence(id.parse::<Uuid>()?).await);
    let unknown: Uuid = "7d8eb77e-1111-4222-8333-944455566677".parse()?;
    run.refused(404, client.get_silence(unknown).await);
    run.done(client.get_silences().await);
    Ok(())
}
