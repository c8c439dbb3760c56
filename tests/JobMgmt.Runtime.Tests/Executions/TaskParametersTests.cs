using JobMgmt.Runtime.Executions.Integrations;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Tests.Executions;

/// <summary>The parameters of tasks are checked, and fitted, by the service models.</summary>
public sealed class TaskParametersTests
{
    [Theory]
    [InlineData("states:startExecution", """{"StateMachineArn":"a","Foo":1}""", "The field \"Foo\" is not supported by Step Functions", "no such member")]
    [InlineData("states:startExecution.sync:2", """{"stateMachineArn":"a"}""", "The field \"stateMachineArn\" is not supported by Step Functions|The field 'StateMachineArn' is required but was missing", "members are Pascal")]
    [InlineData("events:putEvents", """{"Entries":[{"Source":"a","Detial":"b"}]}""", "The field \"Detial\" is not supported by Step Functions", "nested in a list")]
    [InlineData("events:putEvents", """{"Entries":"x"}""", "The value of the field 'Entries' has an invalid format", "no list")]
    [InlineData("aws-sdk:ssm:startAutomationExecution", """{"DocumentName":"d","Parameters":{"any":["x"]}}""", "", "a map's keys are the user's")]
    [InlineData("aws-sdk:sfn:listActivities", """{"MaxResults":"many"}""", "The value of the field 'MaxResults' has an invalid format", "no number")]
    [InlineData("aws-sdk:sfn:listActivities", """{"MaxResults":"5"}""", "", "a number as text will do")]
    [InlineData("aws-sdk:sfn:describeExecution", "{}", "", "the service itself tells what is missing")]
    [InlineData("aws-sdk:sfn:startExecution", """{"StateMachineArn":"a","Input":{"b":1}}""", "", "an object as text")]
    [InlineData("aws-sdk:ec2:describeInstances", """{"Filter":[]}""", "The field \"Filter\" is not supported by Step Functions", "as documented")]
    [InlineData("lambda:invoke", """{"Anything":1}""", "", "a service whose model is not known")]
    public void Faults_AreThose(string resource, string parameters, string faults, string reason)
    {
        Assert.True(TaskResource.TryParse($"arn:aws:states:::{resource}", out var parsed));

        var found = TaskParameters.Instance.Faults(parsed, (JsonObject)JsonValue.Parse(parameters));

        Assert.True(string.Join('|', found) == faults, $"{reason}: {string.Join('|', found)}");
    }

    [Theory]
    [InlineData("states", "ListActivities", """{"MaxResults":"5","NextToken":null}""", """{"maxResults":5}""", "a number from text; null is absent")]
    [InlineData("states", "StartExecution", """{"StateMachineArn":"a","Input":{"B":[1]},"Name":7}""", """{"stateMachineArn":"a","input":"{\"B\":[1]}","name":"7"}""", "text from an object and a number")]
    [InlineData("events", "PutEvents", """{"Entries":[{"Detail":{"a":1},"Time":"2026-01-01T00:00:00Z"}]}""", """{"Entries":[{"Detail":"{\"a\":1}","Time":1767225600}]}""", "an instant from text")]
    [InlineData("ssm", "StartAutomationExecution", """{"Parameters":{"Tags":[{"k":"v"}]}}""", """{"Parameters":{"Tags":["{\"k\":\"v\"}"]}}""", "in a map of lists")]
    public void Request_FitsTheModel(string service, string operation, string parameters, string request, string reason)
    {
        var made = SdkNames.Request(service, operation, (JsonObject)JsonValue.Parse(parameters));

        Assert.True(JsonValue.Parse(request).Equals(made), $"{reason}: {made}");
    }
}
