using System.Net;
using Amazon.Runtime;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Aws.Tests.Fakes;

namespace JobMgmt.Aws.Tests.Protocols;

public sealed class ErrorMappingTests
{
    [Theory]
    [InlineData("""{"__type":"com.amazonaws.swf.service.v2.model#StateMachineDoesNotExist","message":"State Machine Does Not Exist: 'x'"}""", "namespace cut at #, lower-case message")]
    [InlineData("""{"__type":"StateMachineDoesNotExist","Message":"State Machine Does Not Exist: 'x'"}""", "no namespace, upper-case message")]
    public async Task Error_BecomesItsOwnClass_WhenItHasOne(string body, string reason)
    {
        using var client = Clients.StepFunctions(new FakeHttp().Answer(body, HttpStatusCode.BadRequest));

        var exception = await Assert.ThrowsAsync<StateMachineDoesNotExistException>(() => Describe(client));

        Assert.True(exception.Message == "State Machine Does Not Exist: 'x'", reason);
        Assert.Equal("StateMachineDoesNotExist", exception.ErrorCode);
        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
        Assert.Equal("11111111-2222-3333-4444-555555555555", exception.RequestId);
        Assert.IsAssignableFrom<AmazonStepFunctionsException>(exception);
    }

    [Fact]
    public async Task Error_BecomesTheServicesBaseClassWithItsCode_WhenItHasNoClass()
    {
        using var client = Clients.StepFunctions(new FakeHttp().Error("com.amazon.coral.service#UnknownOperationException", "what?"));

        var exception = await Assert.ThrowsAsync<AmazonStepFunctionsException>(() => Describe(client));

        Assert.Equal("UnknownOperationException", exception.ErrorCode);
        Assert.Equal("what?", exception.Message);
    }

    [Fact]
    public async Task Error_TakesItsCodeFromTheHeader_WhenTheBodyHasNone()
    {
        using var client = Clients.StepFunctions(new FakeHttp().Answer("""{"message":"no"}""", HttpStatusCode.BadRequest, errorType: "ExecutionDoesNotExist:http://x"));

        await Assert.ThrowsAsync<ExecutionDoesNotExistException>(() => Describe(client));
    }

    [Theory]
    [InlineData("<html><body>Bad Gateway</body></html>", "text/html", "a proxy answers HTML")]
    [InlineData("", "text/plain", "nothing at all")]
    [InlineData("not json", "text/plain", "plain text")]
    public async Task Error_StillIsAServiceException_WhenTheBodyIsNoJson(string body, string contentType, string reason)
    {
        using var client = Clients.StepFunctions(new FakeHttp().Answer(body, HttpStatusCode.BadGateway, contentType)).WithoutBackoff();

        var exception = await Record.ExceptionAsync(() => Describe(client));

        Assert.True(exception is AmazonServiceException { StatusCode: HttpStatusCode.BadGateway }, $"{reason}: {exception}");
    }

    [Fact]
    public async Task Answer_IsAnUnmarshallingError_WhenItIsNoJson()
    {
        using var client = Clients.StepFunctions(new FakeHttp().Answer("<html>captive portal</html>", HttpStatusCode.OK, "text/html")).WithoutBackoff();

        var exception = await Record.ExceptionAsync(() => Describe(client));

        Assert.IsType<AmazonUnmarshallingException>(exception);
    }

    private static Task Describe(AmazonStepFunctionsClient client) => client.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = "x" });
}
