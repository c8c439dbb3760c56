using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Simulation;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Scenarios;

public sealed class ParameterScenarios
{
    private static readonly JobNetwork _network = new()
    {
        Name = "n",
        Parameter = new Dictionary<string, string?> { ["date"] = null, ["region"] = "eu" },
        Jobs = [Samples.Job("job", "true") with { Environment = new Dictionary<string, string> { ["own"] = "{% parameters.date & '/' & parameters.region %}" } }],
    };

    [Theory]
    [InlineData("""{"tags":{"role":"x"},"Parameters":{"date":"d"}}""", """{"date":"d","own":"d/eu","region":"eu"}""", """{"role":"x"}""", "a default")]
    [InlineData("""{"tags":{"role":"x"},"Parameters":{"date":"","region":"日本 {% 1 %}"}}""", """{"date":"","own":"/日本 {% 1 %}","region":"日本 {% 1 %}"}""", """{"role":"x"}""", "any text")]
    [InlineData("""{"Parameters":{"date":"d"}}""", """{"date":"d","own":"d/eu","region":"eu"}""", """{"role":"own"}""", "parameters alone, on the network's tags")]
    [InlineData("""{"Parameters":{"date":"d"},"Rerun":{"Done":{}}}""", """{"date":"d","own":"d/eu","region":"eu"}""", """{"role":"own"}""", "with what is done")]
    public void Parameters_ReachTheJob(string input, string environment, string tags, string reason)
    {
        var run = new GraphRun(_network with { Tag = new Dictionary<string, string> { ["role"] = "own" } }, [1]).Run(input);
        Assert.True(JsonValue.Parse(environment).Equals(run.Inputs["job"]["Environment"]), reason + run.Inputs["job"]);
        Assert.Equal(JsonValue.Parse(tags), run.Inputs["job"]["Tags"]);
    }

    [Theory]
    [InlineData("""{"role":"x"}""", "The parameter 'date' is missing.")]
    [InlineData("""{"role":"x","Parameters":"a tag"}""", "The parameter 'date' is missing.")]
    [InlineData("{}", "The parameter 'date' is missing.")]
    [InlineData("null", "The parameter 'date' is missing.")]
    [InlineData("[1]", "The parameter 'date' is missing.")]
    [InlineData("\"x\"", "The parameter 'date' is missing.")]
    [InlineData("""{"version":"0","detail-type":"x","source":"s","detail":{},"Parameters":{"date":"d"}}""", "The parameter 'date' is missing.")]
    [InlineData("""{"tags":{"role":"x"}}""", "The parameter 'date' is missing.")]
    [InlineData("""{"tags":{"role":"x"},"Parameters":null}""", "The parameter 'date' is missing.")]
    [InlineData("""{"tags":{"role":"x"},"Parameters":[]}""", "Parameters must be an object")]
    [InlineData("""{"tags":{"role":"x"},"Parameters":"date=d"}""", "Parameters must be an object")]
    [InlineData("""{"tags":{"role":"x"},"Parameters":{"date":"d","Date":"d"}}""", "The network has no parameter 'Date'. It has: date, region.")]
    [InlineData("""{"tags":{"role":"x"},"Parameters":{"date":5}}""", "The parameter 'date' must be a text.")]
    [InlineData("""{"tags":{"role":"x"},"Parameters":{"date":null}}""", "The parameter 'date' must be a text.")]
    [InlineData("""{"Parameters":{"date":{}},"Rerun":{}}""", "The parameter 'date' must be a text.")]
    public void Parameters_ThatDoNotFit_AreRefusedByTheNetworkItself_WithOneAlert(string input, string message)
    {
        foreach (var network in new[] { _network, _network with { Jobs = [_network.Jobs[0] with { Tag = new Dictionary<string, string> { ["role"] = "x" } }] } })
        {
            var run = new MachineRun().Run(NetworkCompiler.Compile(network, Samples.Names), input);
            Assert.Equal(("FAILED", "InvalidJobInput"), (run.Outcome!.Status, run.Outcome.Error));
            Assert.StartsWith(message, ((JsonString)((JsonObject)JsonValue.Parse(run.Outcome.Cause!))["Message"]!).Value, StringComparison.Ordinal);
            Assert.Equal(["Alert for the input"], run.Tasks.Select(task => task.StateName));
        }
    }

    [Theory]
    [InlineData("""{"role":"x"}""", """{"role":"x"}""", "worker tags alone")]
    [InlineData("""{"version":"0","detail-type":"x","source":"s","detail":{}}""", """{"role":"own"}""", "an event")]
    public void Inputs_OfOtherForms_AreAsBefore_WhereNothingHasToBeGiven(string input, string tags, string reason)
    {
        var network = _network with { Parameter = new Dictionary<string, string?> { ["date"] = "d", ["region"] = "eu" }, Tag = new Dictionary<string, string> { ["role"] = "own" } };
        Assert.True(JsonValue.Parse(tags).Equals(new GraphRun(network, [1]).Run(input).Inputs["job"]["Tags"]), reason);
    }

    [Fact]
    public void AJobsOwnVariable_AndItsSecret_StandBeforeAParameter()
    {
        var job = _network.Jobs[0] with { Environment = new Dictionary<string, string> { ["date"] = "mine" }, Secret = new Dictionary<string, string> { ["region"] = "/p" } };
        Assert.Equal(JsonValue.Parse("""{"date":"mine"}"""), new GraphRun(_network with { Jobs = [job] }, [1]).Run("""{"tags":{"role":"x"},"Parameters":{"date":"d"}}""").Inputs["job"]["Environment"]);
    }

    [Theory]
    [InlineData("""{"role":"x"}""", """{"tags":{"role":"x"},"Parameters":{"a":"b"}}""")]
    [InlineData("""{"tags":"x"}""", """{"tags":{"tags":"x"},"Parameters":{"a":"b"}}""")]
    [InlineData("""{"tags":{"role":"x"},"Parameters":{"c":"d"},"Rerun":{"Done":{}}}""", """{"tags":{"role":"x"},"Parameters":{"a":"b"},"Rerun":{"Done":{}}}""")]
    [InlineData("""{"role":"x","Rerun":{"Done":{}}}""", """{"tags":{"role":"x"},"Rerun":{"Done":{}},"Parameters":{"a":"b"}}""")]
    [InlineData("""{"detail-type":"x","source":"s","detail":{}}""", """{"Parameters":{"a":"b"}}""")]
    [InlineData("{}", """{"Parameters":{"a":"b"}}""")]
    [InlineData("null", """{"Parameters":{"a":"b"}}""")]
    public void RunParameters_GoIntoAnyInput(string input, string expected)
    {
        var made = RunParameters.With(JsonValue.Parse(input), new Dictionary<string, string> { ["a"] = "b" });
        Assert.Equal(JsonValue.Parse(expected), made);
        Assert.Equal("b", RunParameters.Read(made)["a"]);
    }

    [Fact]
    public void Simulations_GiveWhatHasToBeGiven() => Assert.Empty(RecoveryCheck.Check("n", NetworkCompiler.Compile(_network, Samples.Names).ToString()));
}
