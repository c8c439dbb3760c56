using Amazon.Runtime;
using JobMgmt.Aws.CloudWatchLogs;
using JobMgmt.Aws.EventBridge;
using JobMgmt.Aws.IdentityManagement;
using JobMgmt.Aws.SimpleNotificationService;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.Tests.Fakes;

namespace JobMgmt.Aws.Tests.Protocols;

/// <summary>What holds for all operations, walked by reflection.</summary>
public sealed class EveryOperationTests
{
    public static TheoryData<string, string> Operations()
    {
        var data = new TheoryData<string, string>();
        foreach (var service in (Type[])[typeof(IAmazonStepFunctions), typeof(IAmazonEventBridge), typeof(IAmazonCloudWatchLogs), typeof(IAmazonIdentityManagementService), typeof(IAmazonSimpleNotificationService)])
        {
            foreach (var method in service.GetMethods().Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)))
            {
                data.Add(service.Name, method.Name);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_NamesItselfOnTheWire_AndTakesAnAnswerWithoutMembers(string service, string method)
    {
        var operation = method[..^"Async".Length];
        var http = service is nameof(IAmazonIdentityManagementService) or nameof(IAmazonSimpleNotificationService)
            ? new FakeHttp().Answer($"<{operation}Response><{operation}Result/></{operation}Response>", contentType: "text/xml")
            : new FakeHttp().Answer("{}");
        var (client, prefix) = Client(service, http);
        var call = client.GetType().GetMethod(method)!;
        var request = Activator.CreateInstance(call.GetParameters()[0].ParameterType)!;

        var task = (Task)call.Invoke(client, [request, CancellationToken.None])!;
        await task;

        var response = (AmazonWebServiceResponse)task.GetType().GetProperty("Result")!.GetValue(task)!;
        Assert.Equal(operation + "Response", response.GetType().Name);
        Assert.Equal(operation + "Request", request.GetType().Name);
        if (prefix is null)
        {
            Assert.Contains($"Action={operation}&", http.Request.Body, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(prefix + operation, http.Request.Header("X-Amz-Target"));
        }
    }

    [Fact]
    public void Exceptions_CanBeMadeFromAnAnswer_InEveryService()
    {
        var exceptions = typeof(IAmazonStepFunctions).Assembly.GetExportedTypes().Where(type => typeof(AmazonServiceException).IsAssignableFrom(type)).ToList();

        Assert.NotEmpty(exceptions);
        Assert.All(exceptions, type => Assert.Equal(6, Assert.Single(type.GetConstructors()).GetParameters().Length));
    }

    private static (object Client, string? Prefix) Client(string service, FakeHttp http) => service switch
    {
        nameof(IAmazonStepFunctions) => (Clients.StepFunctions(http), "AWSStepFunctions."),
        nameof(IAmazonEventBridge) => (Clients.EventBridge(http), "AWSEvents."),
        nameof(IAmazonCloudWatchLogs) => (Clients.Logs(http), "Logs_20140328."),
        nameof(IAmazonSimpleNotificationService) => (Clients.Sns(http), null),
        _ => (Clients.Iam(http), null),
    };
}
