namespace JobMgmt.StatesLanguage.Interpreter.Effects;

/// <summary>Something that an execution asks for. Nothing of it happens before the step that asked is committed.</summary>
public abstract record Effect;
