using CsCheck;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Compilation;

public sealed class JobCommandsTests
{
    private static readonly string[] _long = Enumerable.Range(0, 4000).Select(i => i % 7 == 0 ? "" : $"echo 'line {i} {{{{ x }}}} {{% 1 %}} $HOME é 🙂' \t").ToArray();

    [Fact]
    public void ShortCommands_StayAsTheyAre() => Assert.Equal(("""["echo 1","true"]""", null), Text(JobCommands.Write(["echo 1", "true"])));

    [Theory]
    [InlineData(40_000, false, "as much as fits")]
    [InlineData(40_001, true, "a byte more")]
    public void Commands_ArePacked_WhereTheyAreTooLong(int bytes, bool packed, string reason) => Assert.True(JobCommands.ArePacked([new string('x', bytes - 1)]) == packed, reason);

    [Fact]
    public void Commands_ArePacked_WhereALineWouldEndTheHereDocument() => Assert.True(JobCommands.ArePacked(["cat", "JOBMGMT_END_OF_JOB"]));

    [Fact]
    public void Network_IsReadBack_AndCompiledAgain()
    {
        var network = new JobNetwork { Name = "long", AlertChannel = "high", Tag = new Dictionary<string, string> { ["a"] = "b" }, Jobs = [new JobDefinition { Name = "j", Command = _long }] };
        var text = NetworkCompiler.Artefact(network, Samples.Names, new RunJobStackOptions()).Definition;

        var job = Assert.Single(NetworkReader.ReadJobs(text));
        Assert.Equal(_long, job.Command);
        Assert.Equal(text.ToString(), NetworkCompiler.Artefact(network with { Jobs = [job] }, Samples.Names, new RunJobStackOptions()).Definition.ToString());
    }

    [Fact]
    public void PackedText_IsTheTextAgain() => Gen.String[Gen.Char, 0, 300].Select(text => string.Concat(text.Where(letter => !char.IsSurrogate(letter))) + "\n").Sample(
        text => Assert.Equal(text, PackedText.Unpack(PackedText.Pack(text))), iter: 300);

    [Theory]
    [InlineData("")]
    [InlineData("no Base64")]
    [InlineData("AAAA")]
    public void PackedText_ThatIsNone_IsNotRead(string text) => Assert.True(string.IsNullOrEmpty(PackedText.Unpack(text)));

    [Fact]
    public void Commands_AreRefused_WithTheNumbers_WhereTheyAreTooLongPacked()
    {
        var random = new Random(1);
        var lines = Enumerable.Range(0, 1000).Select(_ => string.Concat(Enumerable.Range(0, 100).Select(_ => (char)random.Next(33, 126)))).ToArray();

        var fault = Assert.Single(JobValidator.Validate(new JobDefinition { Name = "j", Command = lines }));
        Assert.Matches("^The commands take 101,000 bytes, and packed still [0-9]{2,3},[0-9]{3}; Automation carries at most 40,000[.]$", fault.Message);
    }

    private static (string, string?) Text((JsonArray Commands, JsonValue? Packing) written) => (written.Commands.ToString(), written.Packing?.ToString());
}
