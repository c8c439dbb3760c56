using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Tests.Model;

public sealed class TaskResourceTests
{
    [Theory]
    [InlineData("arn:aws:states:::states:startExecution.sync:2", TaskResourceKind.Service, "states", "startExecution.sync:2", "startExecution", TaskPattern.Sync)]
    [InlineData("arn:aws:states:::events:putEvents", TaskResourceKind.Service, "events", "putEvents", "putEvents", TaskPattern.RequestResponse)]
    [InlineData(
        "arn:aws-cn:states:::aws-sdk:ssm:startAutomationExecution.waitForTaskToken",
        TaskResourceKind.Service, "aws-sdk:ssm", "startAutomationExecution.waitForTaskToken", "startAutomationExecution", TaskPattern.WaitForTaskToken)]
    public void TryParse_TakesApartWhatHistoryShows(string arn, TaskResourceKind kind, string type, string resource, string action, TaskPattern pattern)
    {
        Assert.True(TaskResource.TryParse(arn, out var parsed));
        Assert.Equal((kind, type, resource, action, pattern), (parsed.Kind, parsed.ResourceType, parsed.Resource, parsed.Action, parsed.Pattern));
    }

    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:f", TaskResourceKind.Lambda)]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:a", TaskResourceKind.Activity)]
    public void TryParse_KnowsFunctionsAndActivities(string arn, TaskResourceKind kind)
    {
        Assert.True(TaskResource.TryParse(arn, out var parsed));
        Assert.Equal(kind, parsed.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("createToken")]
    [InlineData("arn:aws:states:::")]
    [InlineData("arn:aws:states:::events")]
    [InlineData("arn:aws:states:::events:")]
    [InlineData("arn:aws:states:::aws-sdk:ssm")]
    [InlineData("arn:aws:states:us-east-1:123456789012:stateMachine:m")]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:layer:l")]
    public void TryParse_SaysNo_WhenATaskCannotHaveIt(string arn) => Assert.False(TaskResource.TryParse(arn, out _));
}
