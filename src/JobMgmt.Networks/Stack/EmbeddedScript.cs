using System.IO;

namespace JobMgmt.Networks.Stack;

/// <summary>The scripts that the artefacts carry; they are files of their own so that they can be read, checked and tested as what they are.</summary>
internal static class EmbeddedScript
{
    internal const string SelectWorker = "select_worker.py";
    internal const string ReportResult = "report_result.py";
    internal const string BeforeJob = "before_job.sh";
    internal const string AfterJob = "after_job.sh";

    /// <summary>A script's text with line feeds, without the one at its end.</summary>
    internal static string Read(string name)
    {
        using var stream = typeof(EmbeddedScript).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its script {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n").TrimEnd('\n');
    }
}
