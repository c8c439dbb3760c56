using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.Inputs;

/// <summary>Knows what the operations of services take. It says the same at every time: a step that is taken again goes the same way.</summary>
public interface ITaskParameters
{
    /// <summary>What is wrong with the parameters of a task, each fault a sentence without its stop; empty where nothing is, or nothing is known of the resource.</summary>
    /// <param name="resource">The task's resource.</param>
    /// <param name="parameters">Its evaluated parameters or arguments.</param>
    IReadOnlyList<string> Faults(TaskResource resource, JsonObject parameters);
}
