namespace JobMgmt.Networks.Stack;

/// <summary>The names of SendFailEvent's states, which its history shows.</summary>
internal static class SendFailEventStates
{
    internal const string WhatIsIt = "What is the input?";
    internal const string FindChannel = "Find channel";
    internal const string Send = "Send";
    internal const string SendText = "Send with the cause as text";
}
