using System.Security.Cryptography;
using System.Text;
using JobMgmt.Networks.Definitions;
using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Stack;

/// <summary>What RunJob gives to a job and hears of it, over the wire with real processes.</summary>
public sealed class RunJobInputTests(PublishedStack stack) : IClassFixture<PublishedStack>
{
    [PythonFact]
    public async Task Environment_ReachesTheJobByteForByte()
    {
        string[] values =
        [
            "a'b\"c`d\\e\\'f''", "one\n\ntwo\r\n\tthree  \n", "{{ ssm:x }} {{{y}}} {% 1 %} %} {", "$HOME $(id) ${x:-y} $$ !! * ~", "日本 é e\u0301 🙂 \u202eabc", "",
            "JOBMGMT_END_OF_JOB\nJOBMGMT_END_OF_JOB", string.Concat(Enumerable.Repeat("0123456789abcdef", 1280)),
        ];
        var environment = new JsonObject(values.Select((value, i) => new KeyValuePair<string, JsonValue>("V" + i, value)));
        var lines = string.Join(' ', values.Select((_, i) => $"\"$V{i}\""));

        var result = await SucceedAsync($$"""
            "Commands":["printf '%s\\0' {{lines.Replace("\"", "\\\"", StringComparison.Ordinal)}} | base64 | tr -d '\\n' | tail -c 8000"],"Environment":{{environment}},"Output":"LastLine"
            """);

        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Concat(values.Select(value => value + "\0"))));
        Assert.Equal(expected[^8000..], result.Text("Output"));
    }

    [PythonFact]
    public async Task Environment_NamesTheRun()
    {
        var result = await SucceedAsync(""" "Commands":["echo $JOBMGMT_NETWORK $JOBMGMT_JOB $JOBMGMT_RUN $JOBMGMT_ATTEMPT"],"NetworkName":"n","JobName":"j","AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"a:b:run","Output":"LastLine" """);

        Assert.Equal("n j run 1", result.Text("Output"));
    }

    [PythonFact]
    public async Task Environment_OfTheJob_DoesNotDisturbItsFrame() =>
        Assert.Equal("good", (await SucceedAsync(""" "Commands":["echo good"],"Environment":{"PATH":"/nowhere","IFS":"/","HOME":"","ENV":"/nowhere"},"Output":"LastLine" """)).Text("Output"));

    [PythonFact]
    public async Task Commands_OfHundredKilobytes_ReachTheJobByteForByte()
    {
        var text = string.Concat(Enumerable.Range(0, 6000).Select(i => i % 9 == 0 ? "\n" : $"'{{{{{i}}}}}' $HOME é\t \n")) + "JOBMGMT_END_OF_JOB\n";
        Assert.InRange(text.Length, 100_000, 200_000);

        var run = await stack.RunAsync("packed", ["cksum <<'TEXT'", .. text.TrimEnd('\n').Split('\n'), "TEXT", "echo $JOBMGMT_NETWORK.$JOBMGMT_JOB.$JOBMGMT_ATTEMPT"]);

        var result = CommandTestExtensions.Json(run.Text("output"));
        var log = await stack.Runtime.ReadLogAsync(result.Text("LogGroupName"), ((JsonObject)result["LogStreamNames"]!).Text("Stdout"));
        Assert.Equal($"{Checksum(text)} {Encoding.UTF8.GetByteCount(text)}\npacked.The job.1", log);
    }

    [PythonFact]
    public async Task SuccessExitCodes_AreSuccess() =>
        Assert.Equal(new JsonNumber(3), (await SucceedAsync(""" "Commands":["exit 3"],"SuccessExitCodes":[0,3] """))["ResponseCode"]);

    [PythonFact]
    public async Task ErrorNames_NameTheFailure()
    {
        var run = await stack.RunJobAsync(""" "Commands":["exit 75"],"ErrorNames":{"75":"Temporary"} """);

        Assert.Equal("Temporary", run.Text("error"));
        Assert.Equal(new JsonNumber(75), CommandTestExtensions.Json(run.Text("cause"))["ResponseCode"]);
    }

    [PythonFact]
    public async Task Output_IsTheJson() => Assert.Equal(
        JsonValue.Parse("""{"rows":[1,{"é":null}]}"""), (await SucceedAsync(""" "Commands":["echo working; echo '{\"rows\":[1,{\"é\":null}]}'"],"Output":"Json" """))["Output"]);

    [PythonFact]
    public async Task Output_IsReadFromTheLog_WhenItIsLong() =>
        Assert.Equal("the end", (await SucceedAsync(""" "Commands":["i=0; while [ $i -lt 5000 ]; do echo line $i; i=$((i+1)); done; echo the end"],"Output":"LastLine" """)).Text("Output"));

    [PythonFact]
    public async Task Output_ThatIsNoJson_IsAnError() =>
        Assert.Equal("InvalidJobOutput", (await stack.RunJobAsync(""" "Commands":["echo no"],"Output":"Json" """)).Text("error"));

    [PythonFact]
    public async Task Secrets_OfANetworksJob_AreReadOnTheWorker_AndAreNowhereElse()
    {
        var secret = "s3cr'et $x {{y} {%z%} " + Guid.NewGuid().ToString("N") + "\n日本\n";
        await stack.Runtime.CallAsync("ssm", "PutParameter", ("Name", "/batch/password"), ("Type", "SecureString"), ("Value", secret));
        var job = new JobDefinition
        {
            Command = ["echo \"the password is $PASSWORD\"", "printf '%s' \"$PASSWORD\" | sha256sum", "exit 3"],
            Secret = new Dictionary<string, string> { ["PASSWORD"] = "/batch/password" },
            Output = JobOutput.LastLine,
            SuccessExitCode = [3],
        };

        var run = await stack.EndAsync(await stack.StartAsync(await stack.DeployAsync("secret", job)));

        Assert.True(run.Text("status") == "SUCCEEDED", run.ToString());
        var result = CommandTestExtensions.Json(run.Text("output"));
        Assert.StartsWith(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))), result.Text("Output"), StringComparison.Ordinal);
        await stack.EndAsync(await stack.StartAsync(await stack.DeployAsync("secret-failed", job with { Command = ["echo \"$PASSWORD\"; echo \"$PASSWORD\" >&2; exit 4"], ErrorName = new Dictionary<int, string> { [4] = "Four" } })));
        var part = Encoding.UTF8.GetBytes(secret[16..^4]);
        var files = Directory.GetFiles(stack.Runtime.DataPath, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "runtime.lock").ToArray();
        Assert.Contains(files, file => Path.GetFileName(file).StartsWith("read-parameter-", StringComparison.Ordinal));
        var contents = files.Select(ContentWhileThere).ToArray();
        Assert.Contains(contents, content => Contains(content, "sha256sum"u8)); // the store is among what is searched
        Assert.Contains(contents, content => Contains(content, "with exit code 4"u8)); // with what is said of a failure
        Assert.Contains(contents, content => Contains(content, "the password is ***"u8));
        Assert.DoesNotContain(contents, content => Contains(content, part));
    }

    [PythonFact]
    public async Task Secrets_AreTakenOutOfWhatAJobWrites_LineByLine_TheLongestFirst()
    {
        foreach (var (name, value) in new[] { ("/mask/short", @"p.*&\w"), ("/mask/long", @"p.*&\wxyz"), ("/mask/lines", "Zeile 1\r\n\n日本\n") })
        {
            await stack.Runtime.CallAsync("ssm", "PutParameter", ("Name", name), ("Type", "SecureString"), ("Value", value), ("Overwrite", true));
        }

        var result = await SucceedAsync(
            """
             "Commands":["printf '{\"a\":\"<%s> %s%s\",\"b\":\"日本語 %s\",' \"$LONG\" \"$SHORT\" \"$SHORT\" \"$HOME_OF\"; printf '\"c\":\"%s\"}' \"$(printf %s \"$LINES_OF\" | head -n 1 | tr -d '\\r')\"; exit 3"],
             "Environment":{"HOME_OF":"p.*"},"Secrets":{"SHORT":"/mask/short","LONG":"/mask/long","LINES_OF":"/mask/lines"},"SuccessExitCodes":[3],"Output":"Json"
            """);

        Assert.Equal(JsonValue.Parse("""{"a":"<***> ******","b":"***語 p.*","c":"***"}"""), result["Output"]);
    }

    [PythonFact]
    public async Task Secrets_ThatCannotBeRead_AreSaidByName_AndTheJobDoesNotBegin()
    {
        var run = await stack.RunJobAsync(""" "Commands":["echo began"],"Secrets":{"PASSWORD":"/batch/none"} """);

        Assert.Equal("SecretNotRead", run.Text("error"));
        Assert.StartsWith(
            "The parameter '/batch/none' for PASSWORD could not be read on this worker: An error occurred (ParameterNotFound)",
            CommandTestExtensions.Json(run.Text("cause")).Text("Message"),
            StringComparison.Ordinal);
    }

    // cksum's: its own CRC, over the bytes and their number
    private static uint Checksum(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var crc = 0u;
        void Add(byte value)
        {
            crc ^= (uint)value << 24;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 0x80000000) != 0 ? (crc << 1) ^ 0x04C11DB7 : crc << 1;
            }
        }

        Array.ForEach(bytes, Add);
        for (var length = bytes.Length; length > 0; length >>= 8)
        {
            Add((byte)length);
        }

        return ~crc;
    }

    private static bool Contains(byte[] content, ReadOnlySpan<byte> text) => content.AsSpan().IndexOf(text) >= 0;

    // a job's folder is put in order after its run has ended: a file that has gone since it was listed holds nothing
    private static byte[] ContentWhileThere(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    private async Task<JsonObject> SucceedAsync(string members)
    {
        var run = await stack.RunJobAsync(members);
        Assert.True(run.Text("status") == "SUCCEEDED", run.ToString());
        return CommandTestExtensions.Json(run.Text("output"));
    }
}
