using JobMgmt.Runtime.Commands;
using JobMgmt.Runtime.Services.Ssm.Commands;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Commands;

public sealed class CommandOutputTests : IDisposable
{
    private const string Logged = ",\"CloudWatchOutputConfig\":{\"CloudWatchOutputEnabled\":true}";
    private const string Group = "/aws/ssm/AWS-RunShellScript";
    private readonly string _file = Path.GetTempFileName();

    [UnixFact]
    public async Task Logs_HoldBothStreamsWhole()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var invocation = await runtime.RunAsync("echo one\necho\necho two\nprintf '\\377 bad' >&2\nexit 3", Logged);

        Assert.Equal("one\n\ntwo", await runtime.ReadLogAsync(Group, Stream(invocation, "stdout")));
        Assert.Equal("\ufffd badfailed to run commands: exit status 3", await runtime.ReadLogAsync(Group, Stream(invocation, "stderr")));
    }

    [UnixFact]
    public async Task Logs_GrowWhileTheScriptRuns()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var instance = await runtime.RunWorkerAsync();
        var go = Path.Combine(runtime.DataPath, "go");
        var command = await runtime.SendAsync(
            instance, $"echo before\nwhile [ ! -e {go} ]; do sleep 0.05; done\necho after", ",\"CloudWatchOutputConfig\":{\"CloudWatchOutputEnabled\":true,\"CloudWatchLogGroupName\":\"jobs\"}");
        var stream = $"{command}/{instance}/aws-runShellScript/stdout";

        await Eventually.GetAsync(() => ReadOrEmptyAsync(runtime, stream), text => text == "before");
        await File.WriteAllTextAsync(go, "");
        await runtime.WaitAsync(command, instance);

        Assert.Equal("before\nafter", await runtime.ReadLogAsync("jobs", stream));
    }

    [UnixFact]
    public async Task Logs_AreNotWritten_WhenNotAskedFor()
    {
        await using var runtime = await TestRuntime.StartAsync();

        await runtime.RunAsync("echo one", ",\"OutputS3BucketName\":\"no-such-bucket\"");

        Assert.Empty((JsonArray)(await runtime.CallAsync("logs", "DescribeLogGroups"))["logGroups"]!);
    }

    [UnixFact]
    public async Task Output_IsCutInTheAnswerAndWholeInTheLog()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var invocation = await runtime.RunAsync("i=0; while [ $i -lt 3000 ]; do i=$((i+1)); echo line $i; echo error $i >&2; done", Logged);

        Assert.Equal(24_000, invocation.Text("StandardOutputContent").Length);
        Assert.EndsWith("--output truncated--", invocation.Text("StandardOutputContent"), StringComparison.Ordinal);
        Assert.Equal(8_000, invocation.Text("StandardErrorContent").Length);
        Assert.Equal(string.Join('\n', Enumerable.Range(1, 3000).Select(i => $"line {i}")), await runtime.ReadLogAsync(Group, Stream(invocation, "stdout")));
        Assert.Equal(string.Join('\n', Enumerable.Range(1, 3000).Select(i => $"error {i}")), await runtime.ReadLogAsync(Group, Stream(invocation, "stderr")));
    }

    [UnixFact]
    public async Task Log_HoldsHugeOutputOnce()
    {
        await using var runtime = await TestRuntime.StartAsync();

        // 20 MB in one line, then 20 MB in lines of 99 characters
        var invocation = await runtime.RunAsync("head -c 20000000 /dev/zero | tr '\\0' x; echo; yes $(printf '%099d' 0) | head -n 200000", Logged);

        var text = await runtime.ReadLogAsync(Group, Stream(invocation, "stdout"));
        Assert.Equal(20_000_000, text.Count(c => c == 'x'));
        Assert.Equal(200_000 * 99, text.Count(c => c == '0'));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("sample output", "", "sample output")]
    [InlineData("", "sample error", "\n----------ERROR-------\nsample error")]
    [InlineData("sample output", "sample error", "sample output\n----------ERROR-------\nsample error")]
    [InlineData("LONG", "", "This is a sample text. This is a sample text. This is a sample text. This is \n---Output truncated---")]
    [InlineData("", "LONG", "\n----------ERROR-------\nThis is a sample text. This is a sample text. This is\n---Error truncated----")]
    [InlineData("LONG", "LONG", "This is a sampl\n---Output truncated---\n----------ERROR-------\nThis is a sampl\n---Error truncated----")]
    public void PluginOutput_IsJoinedAndCutAsTheAgentDoes(string stdout, string stderr, string expected)
    {
        var sample = string.Concat(Enumerable.Repeat("This is a sample text. ", 20));

        Assert.Equal(expected, PluginOutput.Join(stdout.Replace("LONG", sample, StringComparison.Ordinal), stderr.Replace("LONG", sample, StringComparison.Ordinal), 100));
    }

    [Fact]
    public void Read_KeepsCharactersWhole_WhenALineIsCut()
    {
        File.WriteAllText(_file, "a" + new string('é', 150_000));

        var piece = OutputReader.Read(_file, 0, isFinished: true);

        Assert.True(piece.IsLast);
        Assert.Equal(2, piece.Messages.Count);
        Assert.Equal("a" + new string('é', 150_000), string.Concat(piece.Messages));
    }

    [Fact]
    public void Read_WaitsForTheLineEnd_WhileTheOutputGoesOn()
    {
        File.WriteAllText(_file, "one\ntw");

        var first = OutputReader.Read(_file, 0, isFinished: false);
        var second = OutputReader.Read(_file, first.Offset, isFinished: false);
        var last = OutputReader.Read(_file, first.Offset, isFinished: true, "!");

        Assert.Equal(["one"], first.Messages);
        Assert.Empty(second.Messages);
        Assert.Equal(["tw!"], last.Messages);
    }

    public void Dispose() => File.Delete(_file);

    private static string Stream(JsonObject invocation, string name) => $"{invocation.Text("CommandId")}/{invocation.Text("InstanceId")}/aws-runShellScript/{name}";

    private static async Task<string> ReadOrEmptyAsync(TestRuntime runtime, string stream)
    {
        try
        {
            return await runtime.ReadLogAsync("jobs", stream);
        }
        catch (AwsErrorException)
        {
            return ""; // not there yet
        }
    }

    [UnixFact]
    public async Task Command_KeepsItsExitCode_WhateverItDoesInItsWorkingDirectory()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var written = await runtime.RunAsync("echo x > exit; echo x > claim; echo x > job; touch cancel; exit 3");
        var deleted = await runtime.RunAsync("rm -rf ./* \"$(dirname \"$0\")\"; exit 4");

        Assert.Equal(("Failed", "3"), (written.Text("Status"), written["ResponseCode"]!.ToString()));
        Assert.Equal(("Failed", "4"), (deleted.Text("Status"), deleted["ResponseCode"]!.ToString()));
    }
}
