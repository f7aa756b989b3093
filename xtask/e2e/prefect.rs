//! Calls Prefect: flows are deployed and run, with logs, artifacts, variables and pools.

mod run;

use prefect_client::types::{
    ArtifactCreate, ArtifactUpdate, BodyReadFlowsFlowsFilterPost, BodySetFlowRunStateFlowRunsIdSetStatePost,
    BodyWorkerHeartbeatWorkPoolsWorkPoolNameWorkersHeartbeatPost, ConcurrencyLimitV2Create, DeploymentCreate,
    DeploymentFlowRunCreate, DeploymentUpdate, FlowCreate, FlowRunCreate, FlowRunUpdate, FlowUpdate, LogCreate,
    StateCreate, StateType, VariableCreate, VariableUpdate, WorkPoolCreate, WorkPoolUpdate,
};
use prefect_client::types::{concurrency_limit_v2_create, flow_create, work_pool_create};
use prefect_client::{Client, DateTime, RetryPolicy, Uuid};
use run::{Done, Outcome, Run};
use std::process::ExitCode;

type Id = Result<Uuid, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    run::main(steps)
}

async fn steps(run: &mut Run) -> Outcome {
    let client = Client::builder()
        .base_url(format!("{}/api", run.url()))
        .transport(run.transport())
        // Its database is locked now and then, and nothing was done.
        .retry(RetryPolicy::new().other_statuses([503]))
        .build()?;
    server(run, &client).await;
    let flow = flows(run, &client).await?;
    let deployment = deployments(run, &client, &flow).await?;
    let flow_run = flow_runs(run, &client, &flow, &deployment).await?;
    logs(run, &client, &flow_run).await?;
    artifacts(run, &client, &flow_run).await?;
    variables(run, &client).await?;
    pools(run, &client).await?;
    limits(run, &client).await?;
    run.done(client.delete_flow_run(flow_run.clone()).await);
    run.refused(404, client.read_flow_run(flow_run).await);
    run.done(client.delete_deployment(deployment).await);
    run.done(client.delete_flow(flow).await);
    Ok(())
}

fn id<T>(created: &Done<T>) -> Id {
    Ok(created.text("/id").parse()?)
}

async fn server(run: &mut Run, client: &Client) {
    run.done(client.health_check().await);
    run.done(client.hello().await);
    run.done(client.server_version().await);
    run.done(client.read_version().await);
    run.done(client.perform_readiness_check().await);
    run.done(client.read_settings().await);
}

async fn flows(run: &mut Run, client: &Client) -> Id {
    let etl = || flow_create::Name::new("etl").map(|name| FlowCreate::new(name).tags(["nightly"]));
    let created = run.done(client.create_flow(etl()?).await);
    let flow = id(&created)?;
    let again = run.done(client.create_flow(etl()?).await);
    assert_eq!(id(&again)?.as_str(), flow.as_str());
    run.done(client.read_flow(flow.clone()).await)
        .check(|flow| assert_eq!(flow.tags.as_deref(), Some(&["nightly".to_owned()][..])));
    run.done(client.read_flow_by_name("etl").await);
    run.refused(404, client.read_flow_by_name("nothing").await);
    run.done(
        client
            .update_flow(flow.clone(), FlowUpdate::new().tags(["weekly"]))
            .await,
    );
    let page = BodyReadFlowsFlowsFilterPost::new().limit(10).offset(0);
    run.done(client.read_flows().body(page).await)
        .check(|flows| assert_eq!(flows.len(), 1));
    run.done(client.count_flows().await)
        .check(|count| assert_eq!(*count, 1));
    run.done(client.paginate_flows().await);
    Ok(flow)
}

async fn deployments(run: &mut Run, client: &Client, flow: &Uuid) -> Id {
    let deployment = DeploymentCreate::new("nightly", flow.clone())
        .description("each night")
        .tags(["a", "b"]);
    let created = run.done(client.create_deployment(deployment).await);
    let deployment = id(&created)?;
    run.done(client.read_deployment(deployment.clone()).await);
    run.done(client.read_deployment_by_name("etl", "nightly").await);
    run.done(
        client
            .update_deployment(deployment.clone(), DeploymentUpdate::new().version("2".to_owned()))
            .await,
    );
    run.done(client.read_deployments().await);
    run.done(client.paginate_deployments().await);
    run.done(client.count_deployments().await);
    run.done(client.pause_deployment(deployment.clone()).await);
    run.done(client.resume_deployment(deployment.clone()).await);
    run.done(client.read_deployment_schedules(deployment.clone()).await);
    Ok(deployment)
}

async fn flow_runs(run: &mut Run, client: &Client, flow: &Uuid, deployment: &Uuid) -> Id {
    let created = run.done(
        client
            .create_flow_run(FlowRunCreate::new(flow.clone()).name("first"))
            .await,
    );
    let flow_run = id(&created)?;
    let scheduled = DeploymentFlowRunCreate::new();
    run.done(
        client
            .create_flow_run_from_deployment(deployment.clone(), scheduled)
            .await,
    );
    run.done(client.read_flow_run(flow_run.clone()).await);
    run.done(
        client
            .update_flow_run(flow_run.clone(), FlowRunUpdate::new().tags(["seen"]))
            .await,
    );
    let state = |kind| BodySetFlowRunStateFlowRunsIdSetStatePost::new(StateCreate::new(kind)).force(true);
    run.done(
        client
            .set_flow_run_state(flow_run.clone(), state(StateType::Running))
            .await,
    );
    run.done(
        client
            .set_flow_run_state(flow_run.clone(), state(StateType::Completed))
            .await,
    );
    run.done(client.read_flow_run_states(flow_run.clone()).await);
    run.done(client.read_flow_runs().await);
    run.done(client.count_flow_runs().await);
    run.done(client.paginate_flow_runs().await);
    run.done(client.average_flow_run_lateness().await);
    Ok(flow_run)
}

async fn logs(run: &mut Run, client: &Client, flow_run: &Uuid) -> Outcome {
    let at: DateTime = "2026-11-27T12:00:00Z".parse()?;
    let line = LogCreate::new("e2e", 20, "it began", at).flow_run_id(flow_run.clone());
    run.done(client.create_logs([line]).await);
    run.done(client.read_logs().await);
    run.done(client.download_logs(flow_run.clone()).await);
    Ok(())
}

async fn artifacts(run: &mut Run, client: &Client, flow_run: &Uuid) -> Outcome {
    let table = ArtifactCreate::new()
        .key("report".to_owned())
        .r#type("table".to_owned())
        .flow_run_id(flow_run.clone());
    let created = run.done(client.create_artifact(table).await);
    let artifact = id(&created)?;
    run.done(client.read_artifact(artifact.clone()).await);
    run.done(client.update_artifact(artifact.clone(), ArtifactUpdate::new()).await);
    run.done(client.read_latest_artifact("report").await);
    run.done(client.read_artifacts().await);
    run.done(client.count_artifacts().await);
    run.done(client.delete_artifact(artifact.clone()).await);
    run.refused(404, client.read_artifact(artifact).await);
    Ok(())
}

async fn variables(run: &mut Run, client: &Client) -> Outcome {
    let created = run.done(client.create_variable(VariableCreate::new("threshold", None)).await);
    let variable = id(&created)?;
    run.refused(
        409,
        client.create_variable(VariableCreate::new("threshold", None)).await,
    );
    run.done(client.read_variable(variable.clone()).await);
    run.done(client.read_variable_by_name("threshold").await);
    run.done(
        client
            .update_variable_by_name("threshold", VariableUpdate::new().tags(["t"]))
            .await,
    );
    run.done(client.read_variables().await);
    run.done(client.count_variables().await);
    run.done(client.delete_variable(variable).await);
    Ok(())
}

async fn pools(run: &mut Run, client: &Client) -> Outcome {
    let pool = WorkPoolCreate::new(work_pool_create::Name::new("local")?).r#type("process");
    run.done(client.create_work_pool(pool).await);
    run.done(client.read_work_pool("local").await);
    run.done(
        client
            .update_work_pool("local", WorkPoolUpdate::new().description("here".to_owned()))
            .await,
    );
    run.done(client.read_work_pools().await);
    let worker = BodyWorkerHeartbeatWorkPoolsWorkPoolNameWorkersHeartbeatPost::new("w1");
    run.done(client.worker_heartbeat("local", worker).await);
    run.done(client.read_workers("local").await);
    run.done(client.get_scheduled_flow_runs("local").await);
    run.done(client.delete_work_pool("local").await);
    Ok(())
}

async fn limits(run: &mut Run, client: &Client) -> Outcome {
    let limit = ConcurrencyLimitV2Create::new(concurrency_limit_v2_create::Name::new("database")?, 2);
    run.done(client.create_concurrency_limit_v2(limit).await);
    run.done(client.read_concurrency_limit_v2("database").await);
    run.done(client.read_all_concurrency_limits_v2().await);
    run.done(client.delete_concurrency_limit_v2("database").await);
    Ok(())
}
