using CsCheck;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Simulation;
using JobMgmt.Networks.Tests.Graphs;
using JobMgmt.Networks.Tests.Testing;

namespace JobMgmt.Networks.Tests.Simulation;

public sealed class RecoveryCheckTests
{
    [Fact]
    public void Check_FindsNothing_ForAnyNetworkOfTheCompiler() => RandomGraph.Any(1, 9).Select(Gen.Int[0, 2].Array[9], Gen.Int[0, 3].Array[9], (sample, when, asks) => (sample, when, asks)).Sample(
        item =>
        {
            var jobs = item.sample.After.Select((after, job) => Samples.Job($"j{job}", "true") with
            {
                After = after.Select(one => $"j{one}").ToArray(), RunOn = after.Count == 0 ? JobRunOn.Success : (JobRunOn)item.when[job],
                When = after.Count == 0 || item.asks[job] > 1 ? null : $"jobs.j{after[item.asks[job] % after.Count]}.Status = 'Succeeded'",
            }).ToArray();
            var network = new JobNetwork { Name = "n", Jobs = jobs };
            Assert.Empty(RecoveryCheck.Check("n", NetworkCompiler.Compile(network, Samples.Names).ToString()));
        },
        iter: 40);

    [Fact]
    public void Check_FindsNothing_WhereOnlyARunKnowsAList_AndACleanUpComesBehind()
    {
        var network = new JobNetwork
        {
            Name = "n",
            Jobs =
            [
                Samples.Job("List", "true") with { Output = JobOutput.Json },
                Samples.Job("Send", "true") with { After = ["List"], ForEach = ["{% jobs.List.Output %}"] },
                Samples.Job("clean", "true") with { After = ["Send"], RunOn = JobRunOn.Always },
                Samples.Job("beside", "true"),
                Samples.Job("broken", "true") with { When = "jobs.List.Output.missing = $error('no')" , After = ["List"] },
                Samples.Job("mend", "true") with { After = ["broken"], RunOn = JobRunOn.Failure },
            ],
        };
        Assert.Empty(RecoveryCheck.Check("n", NetworkCompiler.Compile(network, Samples.Names).ToString()));
    }

    [Fact]
    public void Check_NamesTheJobThatRunsTwice_WhereTheDefinitionForgetsWhatIsDone()
    {
        var asl = NetworkCompiler.Compile(new JobNetwork { Name = "n", Jobs = [Samples.Job("a", "true"), Samples.Job("b", "true")] }, Samples.Names).ToString();
        var found = RecoveryCheck.Check("n", asl.Replace("$states.input.Rerun.Done : {}", "{} : {}", StringComparison.Ordinal));
        Assert.Equal("b", found.Single().State);
        Assert.Contains("'a' has succeeded 2 times", found[0].Message, StringComparison.Ordinal);
    }
}
