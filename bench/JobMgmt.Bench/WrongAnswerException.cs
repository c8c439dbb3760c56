namespace JobMgmt.Bench;

/// <summary>The server answered, and the answer is not right: the figure does not count.</summary>
internal sealed class WrongAnswerException(string message) : Exception(message);
