namespace JobMgmt.Networks.Stack;

/// <summary>The names of RunJob's states, which its history shows.</summary>
internal static class RunJobStates
{
    internal const string ReadInput = "Read input";
    internal const string IsObject = "Is the input an object?";
    internal const string NotObject = "Input is no object";
    internal const string ApplyDefaults = "Apply defaults";
    internal const string Measure = "Measure input";
    internal const string Check = "Check input";
    internal const string BadCommands = "No commands";
    internal const string BadDirectory = "Unusable working directory";
    internal const string BadTimeout = "Unusable execution timeout";
    internal const string BadAttemptTimeout = "Unusable attempt timeout";
    internal const string BadTags = "Unusable tags";
    internal const string DefaultDirectory = "Take the default directory";
    internal const string Prepare = "Prepare commands";
    internal const string ListCommands = "List commands";
    internal const string IsAwaited = "Is the job awaited?";
    internal const string AskNetwork = "Ask the network";
    internal const string NobodyWaits = "Nobody waits";
    internal const string RunJob = "Run job";
    internal const string NoAnswer = "No answer in time";
    internal const string FindAutomation = "Find the automation";
    internal const string WasStarted = "Was it started?";
    internal const string ReadAutomation = "Read its id";
    internal const string HasId = "Has it an id?";
    internal const string StopAutomation = "Stop the automation";
    internal const string HasError = "Has the failure an error?";
    internal const string NameError = "Name the error";
    internal const string HasCause = "Has the failure a cause?";
    internal const string TellCause = "Tell the cause";
    internal const string IsText = "Is the cause plain text?";
    internal const string WrapText = "Wrap the text";
    internal const string TextToJson = "Make the cause JSON";
    internal const string FailureAwaited = "Does anyone wait for the failure?";
    internal const string CallbackFailure = "Callback failure";
    internal const string Fail = "Fail";
    internal const string SuccessAwaited = "Does anyone wait for the success?";
    internal const string CallbackSuccess = "Callback success";
    internal const string CallbackLost = "Callback lost";
    internal const string Success = "Success";
}
