namespace JobMgmt.Networks.Stack;

/// <summary>The names of RunJob's states, which its history shows.</summary>
internal static class RunJobStates
{
    internal const string Check = "Check input";
    internal const string AskNetwork = "Ask the network";
    internal const string NobodyWaits = "Nobody waits";
    internal const string RunJob = "Run job";
    internal const string RunJobAlone = "Run job alone";
    internal const string FindAutomation = "Find the automation";
    internal const string StopAutomation = "Stop the automation";
    internal const string FailureAwaited = "Does anyone wait for the failure?";
    internal const string CallbackFailure = "Callback failure";
    internal const string Fail = "Fail";
    internal const string CallbackSuccess = "Callback success";
    internal const string CallbackLost = "Callback lost";
    internal const string Success = "Success";
}
