using Amazon;
using Amazon.Runtime;
using JobMgmt.Aws.CloudWatchLogs;
using JobMgmt.Aws.EventBridge;
using JobMgmt.Aws.IdentityManagement;
using JobMgmt.Aws.Scheduler;
using JobMgmt.Aws.SimpleNotificationService;
using JobMgmt.Aws.StepFunctions;

namespace JobMgmt.Aws.Tests.Fakes;

/// <summary>Clients on the fake network, for the Region us-east-1 unless told.</summary>
public static class Clients
{
    public static readonly AWSCredentials Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    public static AmazonStepFunctionsClient StepFunctions(FakeHttp http, Action<ClientConfig>? change = null) =>
        new(Credentials, Set(new AmazonStepFunctionsConfig(), http, change));

    public static AmazonEventBridgeClient EventBridge(FakeHttp http, Action<ClientConfig>? change = null) =>
        new(Credentials, Set(new AmazonEventBridgeConfig(), http, change));

    public static AmazonSchedulerClient Scheduler(FakeHttp http, Action<ClientConfig>? change = null) =>
        new(Credentials, Set(new AmazonSchedulerConfig(), http, change));

    public static AmazonCloudWatchLogsClient Logs(FakeHttp http, Action<ClientConfig>? change = null) =>
        new(Credentials, Set(new AmazonCloudWatchLogsConfig(), http, change));

    public static AmazonIdentityManagementServiceClient Iam(FakeHttp http, Action<ClientConfig>? change = null) =>
        new(Credentials, Set(new AmazonIdentityManagementServiceConfig(), http, change));

    public static AmazonSimpleNotificationServiceClient Sns(FakeHttp http, Action<ClientConfig>? change = null) =>
        new(Credentials, Set(new AmazonSimpleNotificationServiceConfig(), http, change));

    private static T Set<T>(T config, FakeHttp http, Action<ClientConfig>? change)
        where T : ClientConfig
    {
        config.RegionEndpoint = RegionEndpoint.USEast1;
        config.HttpClientFactory = http;
        change?.Invoke(config);
        return config;
    }
}
