using JobMgmt.StatesLanguage.Interpreter.Inputs;

namespace JobMgmt.StatesLanguage.Interpreter;

/// <summary>The interpreter of the Amazon States Language: a function from where an execution stands and what it is told to where it stands then.</summary>
public static class Interpreter
{
}
