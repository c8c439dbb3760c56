using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Validation;

/// <summary>Requests are refused as the service model asks, in AWS's words.</summary>
public sealed class RequestModelTests
{
    [Theory]
    [InlineData("states")]
    [InlineData("events")]
    [InlineData("logs")]
    [InlineData("scheduler")]
    [InlineData("ssm")]
    [InlineData("dynamodb")]
    public void EveryShape_IsRead(string service)
    {
        using var stream = typeof(RequestModel).Assembly.GetManifestResourceStream($"request/{service}")!;
        using var reader = new StreamReader(stream);
        var shapes = (JsonObject)((JsonObject)JsonValue.Parse(reader.ReadToEnd()))["shapes"]!;
        var model = RequestModel.Of(service)!;

        Assert.All(shapes, shape => Assert.Equal(shape.Key, model.Shape(shape.Key).Name));
    }

    [Theory]
    [InlineData("ListExecutions", """{"maxResults":1001}""", "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000", "recorded")]
    [InlineData("CreateActivity", """{}""", "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null", "a required member")]
    [InlineData("CreateStateMachineAlias", """{"name":"123","routingConfiguration":[{"stateMachineVersionArn":"arn","weight":100}]}""", @"1 validation error detected: Value '123' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$", "recorded")]
    [InlineData("CreateStateMachineAlias", """{"name":"a","routingConfiguration":[{"stateMachineVersionArn":"arn","weight":101}]}""", "1 validation error detected: Value '101' at 'routingConfiguration.1.member.weight' failed to satisfy constraint: Member must have value less than or equal to 100", "recorded: a list's item is named by number")]
    [InlineData("CreateStateMachineAlias", """{"name":"a","routingConfiguration":[]}""", "1 validation error detected: Value '[]' at 'routingConfiguration' failed to satisfy constraint: Member must have length greater than or equal to 1", "a list's length")]
    [InlineData("UntagResource", """{"resourceArn":"arn","tagKeys":["","a"]}""", "1 validation error detected: Value '[, a]' at 'tagKeys' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1]", "single values of a list are told together")]
    [InlineData("StopExecution", """{"executionArn":"arn","error":"LONG"}""", "1 validation error detected: Value at 'error' failed to satisfy constraint: Member must have length less than or equal to 256", "a sensitive value is not shown")]
    [InlineData("StartExecution", """{"stateMachineArn":"","traceHeader":"é"}""", @"2 validation errors detected: Value '' at 'stateMachineArn' failed to satisfy constraint: Member must have length greater than or equal to 1; Value 'é' at 'traceHeader' failed to satisfy constraint: Member must satisfy regular expression pattern: \p{ASCII}*", "several faults")]
    [InlineData("ValidateStateMachineDefinition", """{"definition":"{}","severity":"NOTICE"}""", "1 validation error detected: Value 'NOTICE' at 'severity' failed to satisfy constraint: Member must satisfy enum value set: [ERROR, WARNING]", "an enum")]
    public void Check_TellsWhatIsBroken(string operation, string request, string message, string reason)
    {
        var sent = (JsonObject)JsonValue.Parse(request.Replace("LONG", new string('e', 257), StringComparison.Ordinal));

        var error = Assert.Throws<ServiceException>(() => RequestModel.Of("states")!.Check(operation, sent));

        Assert.True(message == error.Message, $"{reason}: {error.Message}");
    }

    [Fact]
    public void Check_ShowsStructures_AsJavaDoes()
    {
        var route = JsonObject.Of(("stateMachineVersionArn", "arn"), ("weight", 30));
        var request = JsonObject.Of(("name", "a"), ("routingConfiguration", new JsonArray([route, route, route])));

        var error = Assert.Throws<ServiceException>(() => RequestModel.Of("states")!.Check("CreateStateMachineAlias", request));

        const string Shown = "RoutingConfigurationListItem(stateMachineVersionArn=arn, weight=30)";
        Assert.StartsWith($"1 validation error detected: Value '[{Shown}, {Shown}, {Shown}]' at 'routingConfiguration'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_LowersTheFirstLetter_OfMembersThatHaveAnUpperOne()
    {
        var error = Assert.Throws<ServiceException>(() => RequestModel.Of("events")!.Check("PutEvents", JsonObject.Of(("Entries", JsonArray.Empty))));

        Assert.Equal("1 validation error detected: Value '[]' at 'entries' failed to satisfy constraint: Member must have length greater than or equal to 1", error.Message);
    }
}
