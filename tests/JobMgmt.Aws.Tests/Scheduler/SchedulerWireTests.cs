using System.Net;
using AmazonClientException = Amazon.Runtime.AmazonClientException;
using JobMgmt.Aws.Scheduler;
using JobMgmt.Aws.Scheduler.Model;
using JobMgmt.Aws.Tests.Fakes;

namespace JobMgmt.Aws.Tests.Scheduler;

public sealed class SchedulerWireTests
{
    [Theory]
    [InlineData("CreateSchedule", "POST /schedules/x")]
    [InlineData("GetSchedule", "GET /schedules/x")]
    [InlineData("UpdateSchedule", "PUT /schedules/x")]
    [InlineData("DeleteSchedule", "DELETE /schedules/x")]
    [InlineData("ListSchedules", "GET /schedules")]
    [InlineData("CreateScheduleGroup", "POST /schedule-groups/x")]
    [InlineData("GetScheduleGroup", "GET /schedule-groups/x")]
    [InlineData("DeleteScheduleGroup", "DELETE /schedule-groups/x")]
    [InlineData("ListScheduleGroups", "GET /schedule-groups")]
    [InlineData("TagResource", "POST /tags/x")]
    [InlineData("UntagResource", "DELETE /tags/x")]
    [InlineData("ListTagsForResource", "GET /tags/x")]
    public async Task Operation_IsWhereTheModelHasIt_AndTakesAnAnswerWithoutMembers(string operation, string place)
    {
        var http = new FakeHttp().Answer("{}", contentType: "application/json");
        using var client = Clients.Scheduler(http);
        var call = typeof(IAmazonScheduler).GetMethod(operation + "Async")!;
        var request = Activator.CreateInstance(call.GetParameters()[0].ParameterType)!;
        (request.GetType().GetProperty("Name") ?? request.GetType().GetProperty("ResourceArn"))?.SetValue(request, "x");

        await (Task)call.Invoke(client, [request, CancellationToken.None])!;

        Assert.Equal(place, $"{http.Request.Method} {http.Request.Uri.AbsolutePath}");
        Assert.Equal(12, typeof(IAmazonScheduler).GetMethods().Count(method => method.Name.EndsWith("Async", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task CreateSchedule_PutsTheOfficialBytes_OnTheWire()
    {
        var http = new FakeHttp().Answer("""{"ScheduleArn":"arn:aws:scheduler:us-east-1:123456789012:schedule/g/n"}""", contentType: "application/json");
        using var client = Clients.Scheduler(http);

        var response = await client.CreateScheduleAsync(new CreateScheduleRequest
        {
            Name = "n",
            GroupName = "g",
            ClientToken = "t",
            ScheduleExpression = "cron(0 2 * * ? *)",
            ScheduleExpressionTimezone = "Asia/Tokyo",
            StartDate = new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc),
            FlexibleTimeWindow = new FlexibleTimeWindow { Mode = FlexibleTimeWindowMode.OFF },
            State = ScheduleState.DISABLED,
            Target = new Target { Arn = "a", RoleArn = "r", Input = "{\"説明\":1}", RetryPolicy = new RetryPolicy { MaximumRetryAttempts = 0 } },
        });

        Assert.Equal(("POST", "/schedules/n", ""), (http.Request.Method, http.Request.Uri.AbsolutePath, http.Request.Uri.Query));
        Assert.Equal("application/json", http.Request.Header("Content-Type"));
        Assert.Equal(
            """{"ClientToken":"t","FlexibleTimeWindow":{"Mode":"OFF"},"GroupName":"g","ScheduleExpression":"cron(0 2 * * ? *)","ScheduleExpressionTimezone":"Asia/Tokyo","StartDate":1700000000,"State":"DISABLED","Target":{"Arn":"a","Input":"{\"説明\":1}","RetryPolicy":{"MaximumRetryAttempts":0},"RoleArn":"r"}}""",
            http.Request.Body);
        SigV4.AssertSigned(http.Request, "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "scheduler");
        Assert.Equal("arn:aws:scheduler:us-east-1:123456789012:schedule/g/n", response.ScheduleArn);
    }

    [Fact]
    public async Task ListSchedules_PutsItsMembersInTheQuery_UnderTheModelsNames()
    {
        var http = new FakeHttp().Answer("""{"Schedules":[{"Name":"n","State":"ENABLED","CreationDate":1700000000.5,"Target":{"Arn":"a"}}],"NextToken":"next"}""", contentType: "application/json");
        using var client = Clients.Scheduler(http);

        var page = await client.ListSchedulesAsync(new ListSchedulesRequest { GroupName = "g", MaxResults = 5, NamePrefix = "n", State = ScheduleState.ENABLED, NextToken = "a+b/=" });

        Assert.Equal(("GET", "/schedules", ""), (http.Request.Method, http.Request.Uri.AbsolutePath, http.Request.Body));
        Assert.Equal("?MaxResults=5&NamePrefix=n&NextToken=a%2Bb%2F%3D&ScheduleGroup=g&State=ENABLED", http.Request.Uri.Query);
        SigV4.AssertSigned(http.Request, "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "scheduler");
        Assert.Equal("next", page.NextToken);
        var schedule = Assert.Single(page.Schedules!);
        Assert.Equal(("n", ScheduleState.ENABLED, "a"), (schedule.Name, schedule.State, schedule.Target!.Arn));
        Assert.Equal(500, schedule.CreationDate!.Value.Millisecond);
    }

    [Fact]
    public async Task UntagResource_EncodesTheArnInThePath_AndRepeatsTheKeys()
    {
        var http = new FakeHttp().Answer("{}", contentType: "application/json");
        using var client = Clients.Scheduler(http);

        await client.UntagResourceAsync(new UntagResourceRequest { ResourceArn = "arn:aws:scheduler:us-east-1:123456789012:schedule-group/g", TagKeys = ["a b", "c&d"] });

        Assert.Equal("DELETE", http.Request.Method);
        Assert.EndsWith("/tags/arn%3Aaws%3Ascheduler%3Aus-east-1%3A123456789012%3Aschedule-group%2Fg?TagKeys=a%20b&TagKeys=c%26d", http.Request.Uri.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClientToken_IsMade_AndStaysWhenThePipelineTriesAgain()
    {
        var http = new FakeHttp().Answer("{}", HttpStatusCode.InternalServerError, "application/json").Answer("{}", contentType: "application/json");
        using var client = Clients.Scheduler(http).WithoutBackoff();

        await client.DeleteScheduleAsync(new DeleteScheduleRequest { Name = "n", GroupName = "g" });

        Assert.Equal(2, http.Requests.Count);
        Assert.Matches("^\\?clientToken=[0-9a-f-]{36}&groupName=g$", http.Requests[0].Uri.Query);
        Assert.Equal(http.Requests[0].Uri, http.Requests[1].Uri);
    }

    [Theory]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("ConflictException", typeof(ConflictException))]
    [InlineData("ValidationException", typeof(ValidationException))]
    public async Task Error_IsItsOwnClass_WithTheServicesWords(string code, Type type)
    {
        using var client = Clients.Scheduler(new FakeHttp().Answer("""{"Message":"Schedule x does not exist."}""", HttpStatusCode.NotFound, "application/json", code));

        var error = await Assert.ThrowsAnyAsync<AmazonSchedulerException>(() => client.GetScheduleAsync(new GetScheduleRequest { Name = "x" }));

        Assert.Equal((type, code, "Schedule x does not exist."), (error.GetType(), error.ErrorCode, error.Message));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Request_IsNotSent_WithoutTheNameInItsPath(string? name)
    {
        using var client = Clients.Scheduler(new FakeHttp());

        await Assert.ThrowsAsync<AmazonClientException>(() => client.DeleteScheduleGroupAsync(new DeleteScheduleGroupRequest { Name = name! }));
    }
}
