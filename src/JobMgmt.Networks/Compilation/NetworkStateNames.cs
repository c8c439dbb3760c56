namespace JobMgmt.Networks.Compilation;

/// <summary>The names of the steps that the compiler adds to a network; no job may have one of them.</summary>
internal static class NetworkStateNames
{
    internal const string ReadInput = "Read input";
    internal const string FindTags = "Find worker tags";
    internal const string TagsMember = "Take the tags member";
    internal const string TagsInput = "Take the input as tags";
    internal const string CheckTags = "Check worker tags";
    internal const string NetworkTags = "Take the network's tags";
    internal const string NoTags = "No worker tags";
    internal const string BadTags = "Unusable worker tags";
    internal const string HasError = "Has the failure an error?";
    internal const string NameError = "Name the error";
    internal const string HasCause = "Has the failure a cause?";
    internal const string TellCause = "Tell the cause";
    internal const string SendFailEvent = "Send fail event";
    internal const string Fail = "Fail";

    private const string FailureOfJob = "Failure of job ";

    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        ReadInput, FindTags, TagsMember, TagsInput, CheckTags, NetworkTags, NoTags, BadTags,
        HasError, NameError, HasCause, TellCause, SendFailEvent, Fail,
    };

    /// <summary>The step that notes which job failed; by number, since a job's name may take all 80 characters.</summary>
    internal static string Failure(int index) => FailureOfJob + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal static bool IsReserved(string name) => Fixed.Contains(name) || name.StartsWith(FailureOfJob, StringComparison.Ordinal);
}
