using System.IO;
using JobMgmt.Aws.Sessions;

namespace JobMgmt.Aws.Tests.Sessions;

public sealed class LocalSessionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobmgmt-aws-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Local_ReadsEndpointRegionAndKeys_FromTheDataFolder()
    {
        Write("runtime.json", $$"""{"endpoint":"http://127.0.0.1:4599","region":"ap-northeast-1","dataPath":"{{_folder.FullName}}","pid":42}""");
        Write("credentials", "[default]\naws_access_key_id = AKIALOCAL\naws_secret_access_key = sec/ret+\n");

        using var session = JobMgmtSession.Local(_folder.FullName);
        var keys = await session.Credentials.GetCredentialsAsync();

        Assert.Equal(SessionKind.Local, session.Kind);
        Assert.Equal(new Uri("http://127.0.0.1:4599"), session.Endpoint);
        Assert.Equal("ap-northeast-1", session.Region);
        Assert.Equal(_folder.FullName, session.DataPath);
        Assert.Equal(42, session.ProcessId);
        Assert.Equal(("AKIALOCAL", "sec/ret+"), (keys.AccessKey, keys.SecretKey));
        Assert.Equal("http://127.0.0.1:4599/", session.StepFunctions.Config.ServiceURL);
        Assert.True(session.StepFunctions.Config.DisableHostPrefixInjection);
        Assert.Same(session.StepFunctions, session.StepFunctions);
    }

    [Fact]
    public void Local_SaysThatNothingRuns_WhenTheFolderHasNoRuntimeFile()
    {
        var exception = Assert.Throws<SessionException>(() => JobMgmtSession.Local(_folder.FullName));

        Assert.Equal(SessionErrorCode.RuntimeNotRunning, exception.Code);
        Assert.Contains(_folder.FullName, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{", "cut short")]
    [InlineData("[]", "no object")]
    [InlineData("""{"region":"us-east-1","pid":1}""", "no endpoint")]
    [InlineData("""{"endpoint":"nonsense","region":"us-east-1","pid":1}""", "endpoint is no URL")]
    [InlineData("""{"endpoint":null,"region":"us-east-1","pid":1}""", "endpoint is null")]
    [InlineData("""{"endpoint":"http://127.0.0.1:1","region":"us-east-1","pid":"x"}""", "pid is no number")]
    public void Local_SaysThatTheFileIsInvalid_WhenItIsNotWhatARuntimeWrites(string text, string reason)
    {
        Write("runtime.json", text);

        var exception = Record.Exception(() => JobMgmtSession.Local(_folder.FullName));

        Assert.True(exception is SessionException { Code: SessionErrorCode.RuntimeFilesInvalid }, $"{reason}: {exception}");
    }

    [Theory]
    [InlineData(null, "no file")]
    [InlineData("", "empty")]
    [InlineData("[other]\naws_access_key_id = a\naws_secret_access_key = b\n", "no default profile")]
    [InlineData("[default]\naws_access_key_id = a\n", "no secret")]
    public void Local_SaysThatTheFilesAreInvalid_WhenTheKeysCannotBeRead(string? text, string reason)
    {
        Write("runtime.json", """{"endpoint":"http://127.0.0.1:4599","region":"us-east-1","pid":42}""");
        if (text is not null)
        {
            Write("credentials", text);
        }

        var exception = Record.Exception(() => JobMgmtSession.Local(_folder.FullName));

        Assert.True(exception is SessionException { Code: SessionErrorCode.RuntimeFilesInvalid }, $"{reason}: {exception}");
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
