using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Scheduler;

/// <summary>EventBridge Scheduler's operations.</summary>
public sealed class ScheduleApiTests : ScheduleTestBase
{
    [Fact]
    public async Task Schedule_IsShown_AsRecordedOnAws()
    {
        var created = await CreateAsync("s", "rate(1 minute)", """{"FlexibleTimeWindow":{"Mode":"FLEXIBLE","MaximumWindowInMinutes":60}}""", """{"Input":"{\"key\":\"value\"}"}""");

        Assert.Equal("arn:aws:scheduler:us-east-1:000000000000:schedule/default/s", created.Text("ScheduleArn"));
        var expected = JsonValue.Parse($$"""
            {"ActionAfterCompletion":"NONE","Arn":"arn:aws:scheduler:us-east-1:000000000000:schedule/default/s","CreationDate":1795521600,
             "FlexibleTimeWindow":{"MaximumWindowInMinutes":60,"Mode":"FLEXIBLE"},"GroupName":"default","LastModificationDate":1795521600,"Name":"s",
             "ScheduleExpression":"rate(1 minute)","ScheduleExpressionTimezone":"UTC","State":"ENABLED",
             "Target":{"Arn":"{{Machine}}","Input":"{\"key\":\"value\"}","RetryPolicy":{"MaximumEventAgeInSeconds":86400,"MaximumRetryAttempts":185},"RoleArn":"{{Executions.StatesDriver.Role}}"} }
            """);
        Assert.Equal(expected, await CallAsync("GetSchedule", ("Name", "s")));
    }

    [Theory]
    [InlineData("""{"ScheduleExpression":"cron(0 1 * * * *)"}""", "Invalid Schedule Expression cron(0 1 * * * *).")]
    [InlineData("""{"ScheduleExpression":"rate(10 years)"}""", "Invalid Schedule Expression rate(10 years).")]
    [InlineData("""{"ScheduleExpression":" rate(10 minutes)"}""", "Invalid Schedule Expression  rate(10 minutes).")]
    [InlineData("""{"ScheduleExpression":"at(2021-12-31T23:59:59Z)"}""", "Invalid Schedule Expression at(2021-12-31T23:59:59Z).")]
    [InlineData("""{"ScheduleExpressionTimezone":"Mars/Base"}""", "Invalid Schedule Expression Timezone Mars/Base.")]
    [InlineData("""{"StartDate":1795521299}""", "The StartDate you specify cannot be earlier than 5 minutes ago.")]
    [InlineData("""{"EndDate":1795521599}""", "The EndDate you specify cannot be earlier than now.")]
    [InlineData("""{"StartDate":1795521900,"EndDate":1795521800}""", "The StartDate you specify must come before the EndDate you specify.")]
    [InlineData("""{"FlexibleTimeWindow":{"Mode":"FLEXIBLE"}}""", "MaximumWindowInMinutes must be provided if flexible mode is set.")]
    [InlineData("""{"FlexibleTimeWindow":{"Mode":"OFF","MaximumWindowInMinutes":5}}""", "A flexible time window cannot be provided with mode set to off.")]
    [InlineData("""{"FlexibleTimeWindow":{"Mode":"FLEXIBLE","MaximumWindowInMinutes":1441}}""", "1 validation error detected: Value '1441' at 'flexibleTimeWindow.maximumWindowInMinutes' failed to satisfy constraint: Member must have value less than or equal to 1440")]
    [InlineData("""{"State":"PAUSED"}""", "1 validation error detected: Value 'PAUSED' at 'state' failed to satisfy constraint: Member must satisfy enum value set: [ENABLED, DISABLED]")]
    [InlineData("""{"Name":"a b"}""", "1 validation error detected: Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[0-9a-zA-Z-_.]+$")]
    [InlineData("""{"Target":{"Arn":"arn:aws:lambda:us-east-1:000000000000:function:f","RoleArn":"arn:aws:iam::000000000000:role/r"}}""", "The local runtime's schedules start state machines")]
    [InlineData("""{"Target":{"Arn":"arn:aws:scheduler:::aws-sdk:lambda:invoke","RoleArn":"arn:aws:iam::000000000000:role/r"}}""", "The local runtime serves no arn:aws:scheduler:::aws-sdk:lambda:invoke.")]
    [InlineData("""{"Target":{"Arn":"arn:aws:scheduler:::aws-sdk:sfn:listExecutions","RoleArn":"arn:aws:iam::000000000000:role/r"}}""", "arn:aws:scheduler:::aws-sdk:sfn:listExecutions only reads")]
    [InlineData("""{"Target":{"Arn":"arn:aws:scheduler:::aws-sdk:sfn:startExecution","RoleArn":"arn:aws:iam::000000000000:role/r","Input":"{}"}}""", "1 validation error detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"Target":{"Arn":"arn:aws:scheduler:::aws-sdk:sfn:startExecution","RoleArn":"arn:aws:iam::000000000000:role/r","Input":"[]"}}""", "The Input of a universal target must be a JSON object")]
    [InlineData("""{"Target":{"Arn":"arn:aws:states:us-east-1:000000000000:stateMachine:m","RoleArn":"arn:aws:iam::000000000000:role/r","Input":"{"}}""", "The Input of target arn:aws:states:us-east-1:000000000000:stateMachine:m is not JSON.")]
    [InlineData("""{"Target":{"Arn":"arn:aws:events:us-east-1:000000000000:event-bus/default","RoleArn":"arn:aws:iam::000000000000:role/r"}}""", "EventBridgeParameters must be specified")]
    [InlineData("""{"Target":{"Arn":"arn:aws:states:us-east-1:000000000000:stateMachine:m","RoleArn":"arn:aws:iam::000000000000:role/r","RetryPolicy":{"MaximumRetryAttempts":186}}}""", "1 validation error detected: Value '186' at 'target.retryPolicy.maximumRetryAttempts'")]
    [InlineData("""{"Target":{"Arn":"arn:aws:states:us-east-1:000000000000:stateMachine:m","RoleArn":"r"}}""", "1 validation error detected: Value 'r' at 'target.roleArn'")]
    public async Task CreateSchedule_RefusesWhatIsWrong(string members, string message)
    {
        var error = await Assert.ThrowsAsync<AwsErrorException>(() => CreateAsync("s", "rate(1 hour)", members));

        Assert.Equal((400, "ValidationException"), (error.Status, error.Code));
        Assert.StartsWith(message, error.ServiceMessage, StringComparison.Ordinal);
        Assert.Empty((await CallAsync("ListSchedules")).Objects("Schedules"));
    }

    [Theory]
    [InlineData("GetSchedule", """{"Name":"none"}""", 404, "ResourceNotFoundException", "Schedule none does not exist.")]
    [InlineData("DeleteSchedule", """{"Name":"none"}""", 404, "ResourceNotFoundException", "Schedule none does not exist.")]
    [InlineData("GetSchedule", """{"Name":"s","GroupName":"none"}""", 404, "ResourceNotFoundException", "Schedule group none does not exist.")]
    [InlineData("ListSchedules", """{"GroupName":"none"}""", 404, "ResourceNotFoundException", "Schedule group none does not exist.")]
    [InlineData("ListSchedules", """{"NextToken":"?"}""", 400, "ValidationException", "Invalid NextToken.")]
    [InlineData("CreateScheduleGroup", """{"Name":"default"}""", 409, "ConflictException", "Schedule group default already exists.")]
    [InlineData("GetScheduleGroup", """{"Name":"none"}""", 404, "ResourceNotFoundException", "Schedule group none does not exist.")]
    [InlineData("DeleteScheduleGroup", """{"Name":"default"}""", 400, "ValidationException", "The default schedule group can't be deleted.")]
    [InlineData("TagResource", """{"ResourceArn":"arn:aws:scheduler:us-east-1:000000000000:schedule-group/none","Tags":[]}""", 404, "ResourceNotFoundException", "Schedule group none does not exist.")]
    public async Task Call_IsRefused(string operation, string request, int status, string code, string message)
    {
        await CreateAsync("s", "rate(1 hour)");

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => Runtime.Client.CallAsync("scheduler", operation, (JsonObject)JsonValue.Parse(request)));

        Assert.Equal((status, code, message), (error.Status, error.Code, error.ServiceMessage));
    }

    [Fact]
    public async Task Create_ThatIsThereAlready_Conflicts_UnlessItComesAgainUnderItsToken()
    {
        await CreateAsync("s", "rate(1 hour)", """{"ClientToken":"t"}""");

        await CreateAsync("s", "rate(1 hour)", """{"ClientToken":"t"}""");
        var other = await Assert.ThrowsAsync<AwsErrorException>(() => CreateAsync("s", "rate(2 hours)", """{"ClientToken":"t"}"""));
        var again = await Assert.ThrowsAsync<AwsErrorException>(() => CreateAsync("s", "rate(1 hour)"));
        await CallAsync("DeleteSchedule", ("Name", "s"), ("ClientToken", "u"));
        await CallAsync("DeleteSchedule", ("Name", "s"), ("ClientToken", "u"));

        Assert.Equal((409, "ConflictException", "The ClientToken was used with other parameters."), (other.Status, other.Code, other.ServiceMessage));
        Assert.Equal((409, "ConflictException", "Schedule s already exists."), (again.Status, again.Code, again.ServiceMessage));
    }

    [Fact]
    public async Task ListSchedules_PagesByGroupAndName_AndFilters()
    {
        await CallAsync("CreateScheduleGroup", ("Name", "a"));
        foreach (var name in new[] { "x2", "x1", "y" })
        {
            await CreateAsync(name, "rate(1 hour)", name == "y" ? """{"State":"DISABLED"}""" : "{}");
            await CreateAsync(name, "rate(1 hour)", """{"GroupName":"a"}""");
        }

        var found = new List<string>();
        JsonValue? token = null;
        do
        {
            var page = await CallAsync("ListSchedules", ("MaxResults", 4), ("NextToken", token));
            found.AddRange(page.Objects("Schedules").Select(schedule => $"{schedule.Text("GroupName")}/{schedule.Text("Name")}"));
            token = page["NextToken"];
        }
        while (token is not null);

        Assert.Equal(["a/x1", "a/x2", "a/y", "default/x1", "default/x2", "default/y"], found);
        Assert.Equal(2, (await CallAsync("ListSchedules", ("NamePrefix", "x"), ("GroupName", "a"))).Objects("Schedules").Count);
        var disabled = Assert.Single((await CallAsync("ListSchedules", ("State", "DISABLED"))).Objects("Schedules"));
        Assert.Equal(("y", Machine), (disabled.Text("Name"), disabled.Object("Target")!.Text("Arn")));
    }
}
