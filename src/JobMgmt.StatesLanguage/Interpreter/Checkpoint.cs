namespace JobMgmt.StatesLanguage.Interpreter;

/// <summary>Where an execution stands: all that the next step needs, and nothing else. It is data, so that it can be stored and read back by a later version.</summary>
public sealed record Checkpoint
{
}
