namespace JobMgmt.Networks.Stack;

/// <summary>The names of SendFailEvent's states, which its history shows.</summary>
internal static class SendFailEventStates
{
    internal const string WhatIsIt = "What is the input?";
    internal const string ToldByParent = "Told by the run that it is of";
    internal const string FindNetwork = "Find the schedule's network";
    internal const string FindChannel = "Find channel";
    internal const string WhatIsToDo = "What is to do before?";
    internal const string IsLostAnew = "Is the worker lost anew?";
    internal const string SendWorkerLost = "Send worker lost";
    internal const string IsFirst = "Is it the first failure?";
    internal const string StartDigest = "Start digest";
    internal const string EndDigest = "Do without digest";
    internal const string Count = "Count it";
    internal const string MarkFolded = "Mark network as failing, untold";
    internal const string Folded = "Folded";
    internal const string ReadStdout = "Read end of stdout";
    internal const string ReadLessStdout = "Read last event of stdout";
    internal const string ReadLessStderr = "Read last event of stderr";
    internal const string ReadStderr = "Read end of stderr";
    internal const string Unfolded = "Are there lines to read?";
    internal const string IsFailing = "Does the network fail?";
    internal const string Mark = "Mark network as failing";
    internal const string Send = "Send";
    internal const string SendText = "Send with the cause as text";
}
