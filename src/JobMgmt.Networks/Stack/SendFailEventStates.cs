namespace JobMgmt.Networks.Stack;

/// <summary>The names of SendFailEvent's states, which its history shows.</summary>
internal static class SendFailEventStates
{
    internal const string ReadInput = "Read input";
    internal const string WhatIsIt = "What is the input?";
    internal const string OddInput = "Take the input as cause";
    internal const string StatusEvent = "Read status event";
    internal const string FailedEvent = "Read failed event";
    internal const string FindChannel = "Find channel";
    internal const string HasChannel = "Has it a channel?";
    internal const string TakeChannel = "Take channel";
    internal const string TakeName = "Take network's name";
    internal const string ApplyDefaults = "Apply defaults";
    internal const string Address = "Make URL";
    internal const string IsJson = "Is the cause JSON?";
    internal const string Send = "Send";
    internal const string SendText = "Send with the cause as text";
}
